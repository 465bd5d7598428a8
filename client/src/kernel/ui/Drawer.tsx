import { ActionIcon, Group } from "@mantine/core";
import { IconArrowsDiagonal, IconX } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Drawer.module.css";

const [narrowest, widest] = [480, 640];
const widthKey = "baton.sheetWidth";

export interface DrawerProps {
  /** Names the sheet for a screen reader. */
  label: string;
  title?: ReactNode;
  onClose: () => void;
  /** Opens the same thing as a page of its own. */
  onExpand?: () => void;
  /** What stands for it on the page behind, should what had the focus be gone when it closes. */
  behind?: () => HTMLElement | null;
  children: ReactNode;
}

/** The drawer beside a board: the board stays alive behind it. On a phone it is the whole page. */
export function Drawer({ label, title, onClose, onExpand, behind, children }: DrawerProps) {
  const { t } = useTranslation("kernel");
  const [width, setWidth] = useState(() => clamp(Number(localStorage.getItem(widthKey)) || narrowest));
  const sheet = useRef<HTMLElement>(null);
  const before = useRef<Element>(null);
  const findBehind = useRef(behind);

  const takeFocus = useCallback(() => {
    if (sheet.current?.contains(document.activeElement)) return;
    before.current = document.activeElement;
    sheet.current?.focus();
  }, []);
  // Before it is seen: who sees it may press Escape. And again when the sheet that it takes the place of has given the focus back.
  useLayoutEffect(takeFocus, [takeFocus]);
  useEffect(() => {
    takeFocus();
    return () => {
      const back = isPlace(before.current) ? before.current : findBehind.current?.();
      back?.focus();
      // What opened it is gone, such as a line of Ctrl-K; a keyboard goes on from the page.
      if (document.activeElement === document.body) document.getElementById("page")?.focus();
    };
  }, [takeFocus]);

  const handleKey = (event: React.KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  const resize = (next: number) => {
    setWidth(clamp(next));
    localStorage.setItem(widthKey, String(clamp(next)));
  };
  const handleDrag = (event: React.PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const handleResizeKey = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowLeft") resize(width + 20);
    if (event.key === "ArrowRight") resize(width - 20);
  };

  return (
    <section
      ref={sheet}
      aria-label={label}
      tabIndex={-1}
      className={classes.sheet}
      style={{ width }}
      onKeyDown={handleKey}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that takes the focus is the resize handle of WAI-ARIA, an hr cannot be one */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t("resize")}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        className={classes.edge}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={handleDrag}
        onKeyDown={handleResizeKey}
      />
      <Group className={classes.head} gap={4} wrap="nowrap">
        <div className={classes.title}>{title}</div>
        {onExpand && (
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.expand}
            aria-label={t("expand")}
            onClick={onExpand}
          >
            <IconArrowsDiagonal size={18} stroke={1.6} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t("close")} onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
      <div className={classes.body}>{children}</div>
    </section>
  );
}

/** Where a hand was; the page as a whole is none. */
const isPlace = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element !== document.body && element.id !== "page";

const clamp = (width: number) => Math.min(widest, Math.max(narrowest, Math.round(width)));
