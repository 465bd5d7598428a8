import { Popover } from "@mantine/core";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { createPortal } from "react-dom";

export interface PickPopoverProps {
  opened: boolean;
  onClose: () => void;
  label: string;
  /** What it opens at: an element, or a place on the screen. */
  target: ReactElement | DOMRect;
  width?: number;
  children: ReactNode;
}

/** Opens where the hand is, closes with Escape and gives the focus back. */
export function PickPopover({ opened, onClose, label, target, width = 280, children }: PickPopoverProps) {
  // Escape closes this, not the drawer it stands in.
  const keepEscape = (event: KeyboardEvent) => event.key === "Escape" && event.stopPropagation();
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && onClose()}
      onDismiss={onClose}
      position="bottom-start"
      offset={4}
      width={width}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      middlewares={{ flip: true, shift: { padding: 8 } }}
    >
      <Popover.Target>{target instanceof DOMRect ? <Place at={target} /> : target}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label} onKeyDown={keepEscape}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

interface PlaceProps extends React.ComponentProps<"span"> {
  at: DOMRect;
}

/** Nothing to see: what a menu hangs on that belongs to a card. In the body, since a container is what `fixed` counts from. */
export function Place({ at: { left, top, width, height }, ...rest }: PlaceProps) {
  return createPortal(
    <span {...rest} aria-hidden style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }} />,
    document.body,
  );
}
