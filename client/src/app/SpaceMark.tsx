import type { SpaceRow } from "../kernel/replica";
import classes from "./SpaceMark.module.css";

/** A space's emoji, or a dot of its colour. */
export function SpaceMark({ space }: { space: Pick<SpaceRow, "colour" | "emoji"> }) {
  return (
    <span aria-hidden className={classes.mark} data-hue={space.colour}>
      {space.emoji || <span className={classes.dot} />}
    </span>
  );
}
