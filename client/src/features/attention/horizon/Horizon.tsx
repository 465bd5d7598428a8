import { useTranslation } from "react-i18next";
import { type PersonRow, useMe } from "../../../kernel/replica";
import { DayStrip } from "./DayStrip";
import { HorizonLines } from "./HorizonLines";
import { useHorizons } from "./useHorizon";

/** When somebody can be expected to answer, with their day against mine. */
export function Horizon({ person, className }: { person: PersonRow; className?: string }) {
  const { t } = useTranslation("horizon");
  const me = useMe();
  const found = useHorizons(person.id === me.id ? [me.id] : [person.id, me.id]);
  const [theirs, mine] = [found?.get(person.id), found?.get(me.id)];
  if (!theirs) return null;
  return (
    <section aria-label={t("title")}>
      <h2 className={className}>{t("title")}</h2>
      <HorizonLines horizon={theirs} name={person.name} />
      {mine && person.id !== me.id && <DayStrip name={person.name} theirs={theirs} mine={mine} />}
    </section>
  );
}
