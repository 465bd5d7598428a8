import { Group, Popover, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../kernel/replica";
import { clock } from "../../kernel/text/dates";
import { cityOf } from "../../kernel/text/zones";
import { Face, TextLink } from "../../kernel/ui";

interface PersonCardProps {
  personId: string;
  at: HTMLElement;
  onClose: () => void;
}

/** Who somebody is, and what time it is where they are. Nothing on it tells presence. */
export function PersonCard({ personId, at, onClose }: PersonCardProps) {
  const { t } = useTranslation("messages");
  const me = useMe();
  const found = useRows(async (db) => ({ person: await db.people.get(personId) }), [personId]);
  if (!found) return null;
  const { person } = found;
  const { left, top, height, width } = at.getBoundingClientRect();
  return (
    <Popover opened onChange={(opened) => !opened && onClose()} position="top-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <span style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={person?.name ?? t("stranger")}>
        <Group wrap="nowrap" tabIndex={-1} data-autofocus style={{ outline: "none" }}>
          <Face person={person} size={44} decorative />
          <Stack gap={2}>
            {person && !person.former ? (
              <TextLink to="/p/$personId" params={{ personId }} fw={600} c="inherit">
                {person.name}
              </TextLink>
            ) : (
              <Text fw={600}>{t(person ? "former" : "stranger")}</Text>
            )}
            {person?.roleText && <Text c="dimmed">{person.roleText}</Text>}
            {person && person.id !== me.id && !person.former && (
              <Text c="dimmed" size="xs">
                {t("theirTime", { time: clock(new Date(), person.zone), place: cityOf(person.zone) })}
              </Text>
            )}
          </Stack>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
