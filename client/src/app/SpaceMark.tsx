import { IconUsers } from "@tabler/icons-react";
import { type SpaceRow, useMe, useRows } from "../kernel/replica";
import { Face } from "../kernel/ui";
import classes from "./SpaceMark.module.css";

type Marked = Pick<SpaceRow, "kind" | "colour" | "emoji" | "memberIds">;

/** A conversation's face; another space's emoji, or a dot of its colour. A dot beside a person would read as presence. */
export function SpaceMark({ space }: { space: Marked }) {
  return (
    <span aria-hidden className={classes.mark} data-hue={space.colour}>
      {space.kind === "direct" ? <Faced space={space} /> : space.emoji || <span className={classes.dot} />}
    </span>
  );
}

function Faced({ space }: { space: Marked }) {
  const me = useMe();
  const others = space.memberIds.filter((id) => id !== me.id);
  const only = others.length === 1 ? others[0] : undefined;
  const person = useRows((db) => (only ? db.people.get(only) : undefined), [only]);
  return only ? (
    <Face person={person ?? { id: only, name: "", picture: null }} size={20} decorative />
  ) : (
    <IconUsers size={18} stroke={1.6} />
  );
}
