import { IconDots, IconGripVertical } from "@tabler/icons-react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { useHands } from "./boardContext";
import { CardLine } from "./CardLine";
import classes from "./CardView.module.css";
import type { Card } from "./cards";
import { useCardDrag } from "./useCardDrag";

export interface CardViewProps {
  card: Card;
  /** The one of its column that Tab reaches; arrows go on from there. */
  tabStop: boolean;
  /** Its task is open in the drawer. */
  chosen: boolean;
  renaming: boolean;
}

/** A task on the board: its title, and one quiet line of what is set. */
export const CardView = memo(function CardView({ card, tabStop, chosen, renaming }: CardViewProps) {
  const { t } = useTranslation("tasks");
  const hands = useHands();
  const slot = useRef<HTMLLIElement>(null);
  const { dragging, edge } = useCardDrag(slot, card, hands.mayMove(card) && !renaming);

  const handleOpen = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    hands.onOpen(card.id);
  };
  const handleMenu = (event: React.MouseEvent) => {
    event.preventDefault();
    const pointer = event.type === "contextmenu" && event.clientX + event.clientY > 0;
    const at = pointer ? new DOMRect(event.clientX, event.clientY, 0, 0) : event.currentTarget.getBoundingClientRect();
    hands.onMenu("menu", card.id, at);
  };

  return (
    <li ref={slot} className={classes.slot} data-card={card.id} data-edge={edge ?? undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu has a button and a key as well */}
      <div
        className={classes.card}
        data-dragging={dragging || undefined}
        data-chosen={chosen || undefined}
        data-completed={card.completed || undefined}
        onContextMenu={handleMenu}
      >
        {renaming ? (
          <Renaming card={card} />
        ) : (
          <a
            href={`/t/${card.id}`}
            className={classes.title}
            tabIndex={tabStop ? 0 : -1}
            draggable={false}
            aria-describedby={`line-${card.id}`}
            aria-keyshortcuts="Enter m e a l x Delete"
            onClick={handleOpen}
          >
            {card.title}
          </a>
        )}
        <CardLine card={card} />
        <div className={classes.tools}>
          {hands.mayMove(card) && <IconGripVertical className={classes.grip} size={16} stroke={1.6} aria-hidden />}
          <button
            type="button"
            className={classes.menu}
            tabIndex={-1}
            aria-haspopup="menu"
            aria-label={t("menuOf", { title: card.title })}
            onClick={handleMenu}
          >
            <IconDots size={18} stroke={1.6} aria-hidden />
          </button>
        </div>
      </div>
    </li>
  );
});

function Renaming({ card }: { card: Card }) {
  const { t } = useTranslation("tasks");
  const { onRename } = useHands();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  const handleKey = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    onRename(card.id, event.key === "Enter" ? event.currentTarget.value : null);
  };
  return (
    <textarea
      ref={field}
      className={classes.renaming}
      aria-label={t("title")}
      defaultValue={card.title}
      maxLength={longest.taskTitle}
      onKeyDown={handleKey}
      onBlur={(event) => onRename(card.id, event.currentTarget.value)}
    />
  );
}
