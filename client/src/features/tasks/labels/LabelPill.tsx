import type { LabelRow } from "../../../kernel/replica";
import classes from "./LabelPill.module.css";

/** A label: its colour and, since colour alone says nothing, its name. */
export function LabelPill({ label }: { label: Pick<LabelRow, "name" | "colour"> | undefined }) {
  if (!label) return null;
  return (
    <span className={classes.pill} data-hue={label.colour} title={label.name}>
      {label.name}
    </span>
  );
}
