import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../../kernel/replica";
import { cityOf, offsetOf, zonesWith } from "../../../kernel/text/zones";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";

export interface PickZoneProps {
  value: string;
  /** The reader's, which stands first. */
  own: string;
  /** When it is for: offsets change with the season. */
  at: Date;
  onPick: (zone: string) => void;
}

/** Found by city, region or offset; my zone and those of the people I know stand first. */
export function PickZone({ value, own, at, onPick }: PickZoneProps) {
  const { t } = useTranslation("tasks");
  const people = useRows((db) => db.people.toArray(), []);
  const day = at.toISOString().slice(0, 10);
  const choices = useMemo(() => {
    const theirs = (people ?? []).filter((one) => !one.former).map((one) => one.zone);
    return zonesWith([own, ...theirs.sort()]).map((zone) => {
      const hint = offsetOf(zone, new Date(`${day}T12:00:00Z`));
      return { id: zone, label: cityOf(zone), hint, words: `${zone.replaceAll("/", " ")} ${hint}` };
    });
  }, [people, own, day]);
  if (!people) return null;
  return <ChoiceList label={t("pick.zone")} choices={choices} chosen={[value]} onToggle={onPick} />;
}
