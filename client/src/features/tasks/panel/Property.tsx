import { type ReactNode, useState } from "react";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import classes from "./Properties.module.css";

export interface PropertyProps {
  name: string;
  /** What is set; nothing: `none` stands there, dimmed. */
  value: ReactNode;
  none: string;
  mayEdit: boolean;
  width?: number;
  children: (close: () => void) => ReactNode;
}

/** One named thing; pressing it opens the choice at the place. */
export function Property({ name, value, none, mayEdit, width, children }: PropertyProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const shown = value || <span className={classes.none}>{none}</span>;
  return (
    <div className={classes.property}>
      <dt>{name}</dt>
      <dd>
        {mayEdit ? (
          <PickPopover
            opened={opened}
            onClose={close}
            label={name}
            width={width}
            target={
              <button
                type="button"
                className={classes.value}
                aria-haspopup="dialog"
                aria-expanded={opened}
                onClick={() => setOpened(!opened)}
              >
                <span className={classes.spoken}>{name}: </span>
                {shown}
              </button>
            }
          >
            {children(close)}
          </PickPopover>
        ) : (
          <span className={classes.value}>{shown}</span>
        )}
      </dd>
    </div>
  );
}
