import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Hue } from "../../kernel/api/types";
import classes from "./HuePicker.module.css";

const hues: Hue[] = ["slate", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"];

export interface HuePickerProps {
  label: string;
  value: Hue;
  onChange: (hue: Hue) => void;
}

/** The ten colours, each with its name. */
export function HuePicker({ label, value, onChange }: HuePickerProps) {
  const { t } = useTranslation("spaces");
  const name = useId();
  return (
    <fieldset className={classes.hues}>
      <legend className={classes.label}>{label}</legend>
      {hues.map((hue) => (
        <label key={hue} className={classes.hue} data-hue={hue} title={t(`hues.${hue}`)}>
          <input
            type="radio"
            name={name}
            value={hue}
            aria-label={t(`hues.${hue}`)}
            checked={hue === value}
            onChange={() => onChange(hue)}
          />
          <span aria-hidden />
        </label>
      ))}
    </fieldset>
  );
}
