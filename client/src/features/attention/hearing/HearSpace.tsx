import { Button, Group } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { HearingPlace } from "../../../kernel/api/types";
import type { SpaceRow } from "../../../kernel/replica";
import classes from "../../spaces/SpaceSettings.module.css";
import { useSpaceName } from "../../spaces/spaceName";
import { levelOf } from "./chooseHearing";
import { HearMenu } from "./HearMenu";
import { useHearing } from "./useHearing";

/** How much I hear of a whole space, and of its chat. */
export function HearSpace({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("hearing");
  if (space.kind === "personal") return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t("label")}</h3>
      <p className={classes.about}>{t("private")}</p>
      <Group gap="lg">
        <Part space={space} place="space" />
        <Part space={space} place="chat" />
      </Group>
    </section>
  );
}

function Part({ space, place }: { space: SpaceRow; place: HearingPlace & ("space" | "chat") }) {
  const { t } = useTranslation("hearing");
  const name = useSpaceName(space);
  const title = t(place === "space" ? "spaceOf" : "chatOf", { space: name });
  const { heard, choose } = useHearing({ place, placeId: space.id, spaceId: space.id, title });
  if (!heard) return null;
  const word = t(place === "space" ? "whole" : "chat");
  return (
    <Group gap="xs">
      <span>{word}</span>
      <HearMenu heard={heard} title={title} onChoose={(level) => void choose(level)}>
        <Button
          variant="default"
          size="sm"
          rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
          aria-label={`${word}: ${t(`level.${levelOf(heard)}`)}`}
        >
          {t(`level.${levelOf(heard)}`)}
        </Button>
      </HearMenu>
    </Group>
  );
}
