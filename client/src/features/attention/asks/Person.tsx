import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewedPerson } from "../../../kernel/api/types";
import { type PersonRow, useMe, useRows } from "../../../kernel/replica";
import { dayAndTime, dayAndTimeThere } from "../../../kernel/text/dates";
import { cityOf } from "../../../kernel/text/zones";
import { Face } from "../../../kernel/ui";
import type { Role } from "./audience";
import classes from "./EnvelopeSheet.module.css";

interface PersonProps {
  person: PersonRow;
  role: Role | undefined;
  preview: PreviewedPerson | undefined;
  /** In the text: then they know of it at the least. */
  named: boolean;
  choices: { value: string; label: string }[];
  onRole: (role: Role | undefined) => void;
  onExtend: () => void;
  /** Somebody else gets the part of this one. */
  onInstead: (personId: string) => void;
}

/** One person in the sheet: what for, when it reaches them, by when; and where they cannot, the ways out. */
export function Person({ person, role, preview, named, choices, onRole, onExtend, onInstead }: PersonProps) {
  const { t } = useTranslation("asks");
  return (
    <li className={classes.person}>
      <Face person={person} size={24} decorative />
      <span className={classes.name}>{person.name}</span>
      <NativeSelect
        size="xs"
        aria-label={t("sheet.roleOf", { name: person.name })}
        data={[{ value: "", label: t("roles.none") }, ...choices]}
        value={role ?? ""}
        onChange={(event) => onRole((event.currentTarget.value || undefined) as Role | undefined)}
      />
      {preview && <Times preview={preview} />}
      {preview && role !== "know" && preview.feasibility !== "fine" && (
        <Warning {...{ person, preview, named, onRole, onExtend, onInstead }} />
      )}
    </li>
  );
}

/** Both zones where they differ: "Reaches them tomorrow 09:00 (today 23:00 in Denver)". */
function Times({ preview: { deliverAt, respondBy, zone, workingMinutes } }: { preview: PreviewedPerson }) {
  const { t } = useTranslation("asks");
  const mine = useMe().person.zone;
  const both = (at: string) =>
    zone === mine
      ? dayAndTime(at, mine)
      : t("sheet.both", { mine: dayAndTime(at, mine), theirs: dayAndTimeThere(at, zone), city: cityOf(zone) });
  const between =
    workingMinutes < 120
      ? t("sheet.minutesBetween", { count: workingMinutes })
      : t("sheet.hoursBetween", { count: Math.floor(workingMinutes / 60) });
  return (
    <p className={classes.times}>
      {deliverAt ? t("sent.reaches", { when: both(deliverAt) }) : t("sent.noTime")}
      {respondBy && ` · ${t("sent.by", { mine: both(respondBy) })}`}
      {respondBy && ` · ${between}`}
    </p>
  );
}

type WarningProps = Pick<PersonProps, "person" | "named" | "onRole" | "onExtend" | "onInstead"> & {
  preview: PreviewedPerson;
};

/** Extend, hand to somebody else, make it something to know, or send knowingly. */
function Warning({ person, preview, named, onRole, onExtend, onInstead }: WarningProps) {
  const { feasibility, backAt, substituteId } = preview;
  const { t } = useTranslation("asks");
  const { zone } = useMe().person;
  const [known, setKnown] = useState(false);
  const substitute = useRows(
    async (db) => (substituteId ? await db.people.get(substituteId) : undefined),
    [substituteId],
  );
  if (known || feasibility === "fine") return null;
  return (
    <div className={classes.times} role="status">
      <span className={classes.warning}>
        {t(`warning.${feasibility}`, { name: person.name, when: backAt ? dayAndTime(backAt, zone) : "" })}
      </span>
      <Group gap={4} mt={4}>
        {substitute && (
          <Button size="compact-xs" variant="default" onClick={() => onInstead(substitute.id)}>
            {t("way.substitute", { name: substitute.name })}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={onExtend}>
          {t("way.extend")}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onRole(named ? "know" : undefined)}>
          {t("way.other")}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onRole("know")}>
          {t("way.know")}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setKnown(true)}>
          {t("way.send")}
        </Button>
      </Group>
    </div>
  );
}
