import { IconCheck } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Hue } from "../api/types";
import classes from "./HuePicker.module.css";

const hues: Hue[] = ["slate", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"];

interface HuePickerProps {
  label: string;
  value: Hue | null;
  /** In a popover: small, in two rows. */
  compact?: boolean;
  onPick: (hue: Hue) => void;
  /** What has a colour may also have none: the chosen one, pressed again, is let go. */
  onClear?: () => void;
}

/** The ten colours, each with its name. */
export function HuePicker({ label, value, compact, onPick, onClear }: HuePickerProps) {
  const { t } = useTranslation("kernel");
  const name = useId();
  return (
    <fieldset className={classes.hues} data-compact={compact || undefined}>
      <legend className={classes.label}>{label}</legend>
      {hues.map((hue) => (
        <label key={hue} className={classes.hue} data-hue={hue} title={t(`hues.${hue}`)}>
          <input
            type="radio"
            name={name}
            value={hue}
            aria-label={t(`hues.${hue}`)}
            checked={hue === value}
            onChange={() => onPick(hue)}
            onClick={() => hue === value && onClear?.()}
          />
          <span>{hue === value && <IconCheck size={14} stroke={2.4} aria-hidden />}</span>
        </label>
      ))}
    </fieldset>
  );
}
