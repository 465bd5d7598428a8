import { Group, Popover, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../kernel/replica";
import { clock } from "../../kernel/text/dates";
import { cityOf } from "../../kernel/text/zones";
import { Face, TextLink, useReturnFocus } from "../../kernel/ui";
import { HorizonLines } from "../attention/horizon/HorizonLines";
import { useHorizons } from "../attention/horizon/useHorizon";

interface PersonCardProps {
  personId: string;
  at: HTMLElement;
  /** Shown by pointing at them: it takes no focus, and goes with the pointer. */
  glanced?: boolean;
  onClose: () => void;
  onEnter?: () => void;
}

/** Who somebody is, what time it is where they are and when to expect an answer. Nothing on it tells presence. */
export function PersonCard({ personId, at, glanced = false, onClose, onEnter }: PersonCardProps) {
  const { t } = useTranslation("messages");
  const me = useMe();
  const found = useRows(async (db) => ({ person: await db.people.get(personId) }), [personId]);
  const horizon = useHorizons(found?.person?.former === false ? [personId] : [])?.get(personId);
  if (!found) return null;
  const { person } = found;
  const { left, top, height, width } = at.getBoundingClientRect();
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="top-start"
      shadow="md"
      width={320}
      withRoles={false}
      trapFocus={!glanced}
    >
      <Popover.Target>
        <span style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={person?.name ?? t("stranger")}
        onPointerEnter={onEnter}
        onPointerLeave={glanced ? onClose : undefined}
      >
        {!glanced && <Returning />}
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
        {person && horizon && (
          <div style={{ marginBlockStart: 8 }}>
            <HorizonLines horizon={horizon} name={person.name} />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whoever opened it by key or hand goes on where they were. */
function Returning() {
  useReturnFocus();
  return null;
}
