import { UnstyledButton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeRequest, PreviewedPerson } from "../../../kernel/api/types";
import { useMe, useRows } from "../../../kernel/replica";
import { dayAndTime, dayAndTimeThere } from "../../../kernel/text/dates";
import { cityOf } from "../../../kernel/text/zones";
import type { Place } from "../../messages/place";
import { aroundOf, asked, audienceOf, informed } from "./audience";
import classes from "./EnvelopeLine.module.css";
import type { Marks } from "./marks";
import { usePreview } from "./usePreview";

const EnvelopeSheet = lazy(() => import("./EnvelopeSheet").then((file) => ({ default: file.EnvelopeSheet })));

export interface EnvelopeLineProps {
  place: Pick<Place, "kind" | "id" | "spaceId">;
  marks: Marks;
  envelope: EnvelopeRequest | undefined;
  /** What sending does when nobody is addressed. */
  otherwise: string;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChange: (envelope: EnvelopeRequest | undefined) => void;
}

/** What sending does, in one line: "Asks 2, informs 9, alerts nobody now". It opens the sheet in which that is changed. */
export function EnvelopeLine({ place, marks, envelope, otherwise, opened, onOpened, onChange }: EnvelopeLineProps) {
  const { t } = useTranslation("asks");
  const me = useMe();
  const around = useRows((db) => aroundOf(db, place), [place.kind, place.id, place.spaceId]);
  const { people: preview, glass } = usePreview(place.spaceId, marks, envelope);
  const audience = around && audienceOf(marks, envelope, around, me.id);
  const asks = audience ? asked(audience) : [];
  const informs = audience ? informed(audience).length : 0;
  const name = useRows(async (db) => (await db.people.get(asks[0] ?? ""))?.name, [asks[0]]);
  const one = asks.length === 1 ? preview.find(({ personId }) => personId === asks[0]) : undefined;
  const first =
    one && name ? <Asks person={one} name={name} /> : asks.length > 0 && t("line.asks", { count: asks.length });
  const tight = preview.filter(({ role, feasibility }) => role !== "know" && feasibility !== "fine").length;
  return (
    <>
      <UnstyledButton
        className={classes.line}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => onOpened(true)}
      >
        {asks.length + informs === 0 ? (
          otherwise
        ) : (
          <>
            {first && <>{first}, </>}
            {informs > 0 && `${t(first ? "line.informs" : "line.Informs", { count: informs })}, `}
            {envelope?.urgency === "breakGlass" && name ? t("line.reaches", { name }) : t("line.alerts")}
          </>
        )}
        {tight > 0 && <span className={classes.tight}>{t("line.tight", { count: tight })}</span>}
      </UnstyledButton>
      <Suspense>
        {opened && around && (
          <EnvelopeSheet
            marks={marks}
            around={around}
            envelope={envelope}
            preview={preview}
            glass={glass}
            place={place}
            onChange={onChange}
            onClose={() => onOpened(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** "Asks Ana by Wed 15:00 (08:00 in Denver)". */
function Asks({ person, name }: { person: PreviewedPerson; name: string }) {
  const { t } = useTranslation("asks");
  const { zone } = useMe().person;
  if (!person.respondBy) return <>{t("line.asksOne", { name })}</>;
  const theirs =
    person.zone === zone ? "" : ` (${dayAndTimeThere(person.respondBy, person.zone)}, ${cityOf(person.zone)})`;
  return <>{t("line.asksOneBy", { name, when: dayAndTime(person.respondBy, zone) + theirs })}</>;
}
