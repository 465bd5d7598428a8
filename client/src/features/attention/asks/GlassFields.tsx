import { NativeSelect, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { EnvelopeRequest, GlassPreview, GlassReason } from "../../../kernel/api/types";
import { useMe, useRows } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import classes from "./EnvelopeSheet.module.css";
import { glassWords } from "./glassWords";

interface GlassFieldsProps {
  asks: number;
  envelope: EnvelopeRequest | undefined;
  glass: GlassPreview | null;
  onChange: (more: EnvelopeRequest) => void;
}

const reasons: GlassReason[] = ["peopleOrSafety", "outage", "deadline", "blockedCustomer"];
const longestBreaks = 300;

/** Why it cannot wait and what breaks, with the price in words before it is paid. */
export function GlassFields({ asks, envelope, glass, onChange }: GlassFieldsProps) {
  const { t } = useTranslation("asks");
  const said = envelope?.breakGlass;
  const say = (more: NonNullable<EnvelopeRequest["breakGlass"]>) => onChange({ breakGlass: { ...said, ...more } });
  return (
    <>
      <NativeSelect
        required
        label={t("glass.reason")}
        data={[
          { value: "", label: t("glass.choose"), disabled: true },
          ...reasons.map((value) => ({ value, label: t(`glass.reasons.${value}`) })),
        ]}
        value={said?.reason ?? ""}
        onChange={(event) => say({ reason: event.currentTarget.value as GlassReason })}
      />
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={longestBreaks}
        label={t("glass.breaks")}
        description={t("glass.breaksHint")}
        value={said?.breaks ?? ""}
        onChange={(event) => say({ breaks: event.currentTarget.value })}
      />
      <p className={classes.price} role="status">
        {asks === 1 ? glass && <Price glass={glass} /> : t("glass.one")}
      </p>
    </>
  );
}

function Price({ glass }: { glass: GlassPreview }) {
  const { t } = useTranslation("asks");
  const { zone } = useMe().person;
  const names = useRows(
    async (db) => (await db.people.bulkGet([glass.personId, glass.dutyFirstId ?? ""])).map((one) => one?.name ?? "…"),
    [glass.personId, glass.dutyFirstId],
  );
  return <>{names && glassWords(glass, names, t, (at) => dayAndTime(at, zone)).join(" ")}</>;
}
