import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { HearingLevel, HearingPlace } from "../../../kernel/api/types";
import { focusIfLost } from "../../../kernel/ui";
import { type Following, isLess, levelOf } from "./chooseHearing";
import { HearMenu } from "./HearMenu";
import { useHearing } from "./useHearing";

export interface HearButtonProps extends Following {
  place: HearingPlace & ("topic" | "task");
  placeId: string;
  spaceId: string;
  title: string;
  follows: boolean;
  /** What the button says and hints at, as it stands. */
  word: string;
  hint: string;
  icon: React.ReactNode;
  size: ButtonProps["size"];
  /** Where there is little room the button can go without its word, and without the room beside it. */
  classes?: { button?: string; word?: string };
}

/** Follow or watch with one press, as ever; how much else I hear of it opens beside it. */
export function HearButton({ follow, unfollow, word, hint, icon, size, classes, ...what }: HearButtonProps) {
  const { t } = useTranslation("hearing");
  const { heard, choose } = useHearing(what, what.follows, { follow, unfollow });
  if (!heard) return null;
  const level = levelOf(heard);
  // Another level is another button.
  const pick = (picked: HearingLevel) =>
    void choose(picked).then(() => focusIfLost(() => document.querySelector(`[data-hears="${what.placeId}"]`)));
  const menu = (target: React.ReactNode) => (
    <HearMenu heard={heard} title={what.title} onChoose={pick}>
      {target}
    </HearMenu>
  );
  if (isLess(level)) {
    return menu(
      <Button
        size={size}
        variant="default"
        flex="none"
        data-hears={what.placeId}
        className={classes?.button}
        leftSection={icon}
        rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
        aria-label={`${t("label")}: ${t(`short.${level as "named" | "asks"}`)}`}
      >
        <span className={classes?.word}>{t(`short.${level as "named" | "asks"}`)}</span>
      </Button>,
    );
  }
  return (
    <Button.Group flex="none">
      <Tooltip label={hint}>
        <Button
          size={size}
          variant={what.follows ? "light" : "default"}
          className={classes?.button}
          aria-label={word}
          leftSection={icon}
          onClick={() => pick(what.follows ? "usual" : "everything")}
        >
          <span className={classes?.word}>{word}</span>
        </Button>
      </Tooltip>
      {menu(
        <Button
          size={size}
          variant={what.follows ? "light" : "default"}
          px={4}
          data-hears={what.placeId}
          aria-label={t("label")}
          data-hint={t("label")}
        >
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </Button>,
      )}
    </Button.Group>
  );
}
