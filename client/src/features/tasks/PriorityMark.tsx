import { IconChevronDown, IconChevronsDown, IconChevronsUp, IconChevronUp, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Priority } from "../../kernel/api/types";
import classes from "./PriorityMark.module.css";

const icons = {
  highest: IconChevronsUp,
  high: IconChevronUp,
  normal: IconMinus,
  low: IconChevronDown,
  lowest: IconChevronsDown,
};

/** A shape per priority; `decorative` where its name stands beside it. */
export function PriorityMark({ priority, decorative = false }: { priority: Priority; decorative?: boolean }) {
  const { t } = useTranslation("tasks");
  const Icon = icons[priority];
  const name = t("priorityIs", { priority: t(`priorities.${priority}`) });
  return (
    <span className={classes.mark} data-priority={priority} title={decorative ? undefined : name}>
      <Icon size={16} stroke={2} {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name })} />
    </span>
  );
}
