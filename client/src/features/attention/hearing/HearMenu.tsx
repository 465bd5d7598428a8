import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { HearingLevel } from "../../../kernel/api/types";
import { type Heard, isLess, levelOf } from "./chooseHearing";
import classes from "./HearMenu.module.css";

const levels: HearingLevel[] = ["everything", "usual", "named", "asks"];

export interface HearMenuProps {
  heard: Heard;
  title: string;
  onChoose: (level: HearingLevel) => void;
  children: React.ReactNode;
}

/** The levels of a place, each with what it means; the one that holds is checked. Nobody else can see it. */
export function HearMenu({ heard, title, onChoose, children }: HearMenuProps) {
  const { t } = useTranslation("hearing");
  const holds = levelOf(heard);
  const bySpace = heard.own === null && isLess(heard.ofSpace);
  const shown = heard.place === "space" ? levels.slice(1) : levels;
  return (
    <Menu position="bottom-end" width={320} shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown
        aria-label={t("of", { title })}
        onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
      >
        <Menu.RadioGroup value={holds} onChange={(level) => level !== holds && onChoose(level as HearingLevel)}>
          {shown.map((level) => (
            <Menu.RadioItem
              key={level}
              value={level}
              closeMenuOnClick
              checkIcon={<IconCheck size={16} stroke={1.8} aria-hidden />}
            >
              <span className={classes.level}>{t(`level.${level}`)}</span>
              <span className={classes.means}>
                {level === holds && bySpace ? t("asSpace") : t(`means.${heard.place}.${level}`)}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <p className={classes.private}>{t(heard.follows === undefined ? "private" : "privateLess")}</p>
      </Menu.Dropdown>
    </Menu>
  );
}
