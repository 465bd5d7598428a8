import { Badge, Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { cityOf } from "../../../kernel/text/zones";
import { Empty } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { useKnownPeople } from "../../tasks/useKnownPeople";
import { daysOf, spanOf, timeOf } from "./entries";

export interface EntryListProps {
  entries: CalendarEntryResponse[];
  onEdit: (entry: CalendarEntryResponse) => void;
  onRemove: (entry: CalendarEntryResponse) => void;
}

/** The year's entries in words. */
export function EntryList({ entries, onEdit, onRemove }: EntryListProps) {
  const { t } = useTranslation("calendar");
  const people = useKnownPeople();
  if (entries.length === 0) return <Empty>{t("none")}</Empty>;
  const detailOf = ({ substituteId, workedOn, zone }: CalendarEntryResponse) =>
    substituteId
      ? t("standsIn", { name: people?.get(substituteId)?.name ?? t("somebody") })
      : workedOn
        ? t("workedInstead", { day: spanOf(workedOn, workedOn) })
        : zone
          ? cityOf(zone)
          : "";

  return (
    <ul className={classes.rows} aria-label={t("list")}>
      {entries.map((entry) => {
        const name = entry.title || t(`kinds.${entry.kind}`);
        const time = timeOf(entry);
        return (
          <li key={entry.id} className={classes.row}>
            <div className={classes.grow}>
              <Group gap="xs">
                <Text fw={500}>{name}</Text>
                {entry.title && <Badge variant="default">{t(`kinds.${entry.kind}`)}</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {[time, detailOf(entry)].filter(Boolean).join(" · ")}
              </Text>
            </div>
            {(!entry.week || daysOf(entry.week)) && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t("editOf", { name, time })}
                onClick={() => onEdit(entry)}
              >
                {t("edit")}
              </Button>
            )}
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("removeOf", { name, time })}
              onClick={() => onRemove(entry)}
            >
              {t("remove")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
