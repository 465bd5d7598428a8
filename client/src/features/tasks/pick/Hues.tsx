import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Hue } from "../../../kernel/api/types";
import classes from "./Hues.module.css";

export const hues: Hue[] = ["slate", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"];

interface HuesProps {
  label: string;
  value: Hue | null;
  clearable?: boolean;
  onPick: (hue: Hue | null) => void;
}

/** The ten colours; each has its name for who does not see it. */
export function Hues({ label, value, clearable = false, onPick }: HuesProps) {
  const { t } = useTranslation("tasks");
  return (
    <fieldset className={classes.hues} aria-label={label}>
      {hues.map((hue) => (
        <button
          key={hue}
          type="button"
          className={classes.hue}
          data-hue={hue}
          aria-label={t(`hues.${hue}`)}
          aria-pressed={hue === value}
          title={t(`hues.${hue}`)}
          onClick={() => onPick(clearable && hue === value ? null : hue)}
        >
          {hue === value && <IconCheck size={14} stroke={2.4} aria-hidden />}
        </button>
      ))}
    </fieldset>
  );
}
