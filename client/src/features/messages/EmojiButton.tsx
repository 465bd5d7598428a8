import { ActionIcon, Popover, Tooltip } from "@mantine/core";
import { IconMoodPlus } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import classes from "./EmojiButton.module.css";

const EmojiPicker = lazy(() => import("./EmojiPicker").then((file) => ({ default: file.EmojiPicker })));

interface EmojiButtonProps {
  label: string;
  onPick: (emoji: string) => void;
  size?: number;
  /** What the button shows; without it a face. */
  children?: ReactNode;
  /** Opened from elsewhere, such as by a key. */
  opened?: boolean;
  onOpened?: (opened: boolean) => void;
}

/** Opens all emoji; the picker comes when it is first wanted. */
export function EmojiButton({ label, onPick, size = 30, children, opened: wanted, onOpened }: EmojiButtonProps) {
  const [own, setOwn] = useState(false);
  const opened = wanted ?? own;
  const setOpened = onOpened ?? setOwn;
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={size}
            aria-label={label}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {children || <IconMoodPlus size={18} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.picker} aria-label={label}>
        {opened && (
          <Suspense>
            <EmojiPicker
              onPick={(emoji) => {
                setOpened(false);
                onPick(emoji);
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
