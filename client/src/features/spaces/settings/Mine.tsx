import { Button, Group, Menu } from "@mantine/core";
import { IconBell, IconBellOff, IconPin, IconPinnedOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type SpaceRow, useMe, useReplica, useSubmit } from "../../../kernel/replica";
import { When } from "../../../kernel/ui";
import { forEver, isMuted, muteSpace, pinSpace, unmuteSpace, unpinSpace } from "../keepSpace";
import classes from "../SpaceSettings.module.css";

const hourMs = 3_600_000;
const durations = [1, 8, 24, 7 * 24] as const;

/** How I keep the space; nobody else can see it. */
export function Mine({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
  const muted = isMuted(space);
  const handlePin = async () => {
    const pinned = await db.spaces.filter((one) => one.pin !== null).toArray();
    await submit(space.pin ? unpinSpace(space, me) : pinSpace(space, me, pinned));
  };
  const handleMute = (hours: number | null) =>
    void submit(muteSpace(space, me, hours === null ? null : new Date(Date.now() + hours * hourMs).toISOString()));

  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t("mine.title")}</h3>
      <p className={classes.about}>{t("mine.text")}</p>
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          leftSection={space.pin ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
          onClick={() => void handlePin()}
        >
          {t(space.pin ? "mine.unpin" : "mine.pin")}
        </Button>
        {muted ? (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconBell {...icon} />}
            onClick={() => void submit(unmuteSpace(space, me))}
          >
            {t("mine.unmute")}
          </Button>
        ) : (
          <Menu position="bottom-start" width={220} shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button variant="default" size="sm" leftSection={<IconBellOff {...icon} />}>
                {t("mine.mute")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {durations.map((hours) => (
                <Menu.Item key={hours} onClick={() => handleMute(hours)}>
                  {t(`mine.for.${hours}`)}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => handleMute(null)}>{t("mine.for.ever")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {muted && (
          <span className={classes.about}>
            {space.mutedUntil === forEver || space.mutedUntil?.startsWith("9999") ? (
              t("mine.muted")
            ) : (
              <>
                {t("mine.mutedUntil")} <When at={space.mutedUntil ?? ""} zone={me.person.zone} />
              </>
            )}
          </span>
        )}
      </Group>
    </section>
  );
}
