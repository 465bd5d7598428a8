import { IconHistory, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, type UIEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListRow } from "../../../kernel/replica";
import { useHands } from "./boardContext";
import { CardView } from "./CardView";
import classes from "./Column.module.css";
import { ColumnHead } from "./ColumnHead";
import type { Card } from "./cards";
import { type Adding, QuickAdd } from "./QuickAdd";
import { isCard } from "./useCardDrag";
import { useColumnDrag } from "./useColumnDrag";
import { withDragKit } from "./withDragKit";

/** About what a card is high; columns draw only as many as have been scrolled to. */
const cardHeight = 74;
const ahead = 16;
/** Enough low cards to fill the window. */
const atFirst = () => Math.ceil(window.innerHeight / 60) + 1;

export interface ColumnProps {
  list: ListRow;
  /** Those that the filter lets through. */
  cards: Card[];
  /** How many there are without the filter. */
  total: number;
  chosenId: string | undefined;
  renamingId: string | null;
  /** Where a new task is being written, if in this list. */
  adding: Adding | null;
  onAdding: (listId: string, adding: Adding | null) => void;
}

/** A list of the board with its tasks. */
export const Column = memo(function Column(props: ColumnProps) {
  const { list, cards, total, chosenId, renamingId, adding, onAdding } = props;
  const { t } = useTranslation("tasks");
  const { mayCreate, mayShapeLists } = useHands();
  const [focusedId, setFocusedId] = useState<string>();
  const [shown, setShown] = useState(atFirst);
  const column = useRef<HTMLElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLUListElement>(null);
  const { edge, over } = useColumnDrag(column, head, list.id, mayShapeLists);

  useEffect(() => {
    const element = body.current;
    if (!element) return;
    return withDragKit(({ autoScrollForElements }) =>
      autoScrollForElements({ element, canScroll: ({ source }) => isCard(source.data) }),
    );
  }, []);

  const handleScroll = ({ currentTarget: { scrollTop, clientHeight } }: UIEvent) =>
    setShown((old) => Math.max(old, Math.ceil((scrollTop + clientHeight) / cardHeight) + ahead));
  const handleFocus = (event: React.FocusEvent) => {
    const id = event.target.closest<HTMLElement>("[data-card]")?.dataset.card;
    if (!id) return;
    setFocusedId(id);
    const index = cards.findIndex((card) => card.id === id);
    setShown((old) => Math.max(old, index + ahead));
  };

  const drawn = cards.slice(0, shown);
  const stop = drawn.some((card) => card.id === focusedId) ? focusedId : drawn[0]?.id;

  return (
    <section
      ref={column}
      className={classes.column}
      aria-label={t("listWith", { name: list.name, count: cards.length })}
      tabIndex={-1}
      data-list={list.id}
      data-edge={edge ?? undefined}
      data-over={over || undefined}
    >
      <ColumnHead ref={head} list={list} shown={cards.length} total={total} onAdd={() => onAdding(list.id, "top")} />
      <ul ref={body} className={classes.cards} onScroll={handleScroll} onFocus={handleFocus}>
        {adding === "top" && <QuickAdd list={list} at="top" onClose={() => onAdding(list.id, null)} />}
        {drawn.map((card) => (
          <CardView
            key={card.id}
            card={card}
            tabStop={card.id === stop}
            chosen={card.id === chosenId}
            renaming={card.id === renamingId}
          />
        ))}
        {cards.length > shown && <li aria-hidden style={{ height: (cards.length - shown) * cardHeight }} />}
        {adding === "bottom" && <QuickAdd list={list} at="bottom" onClose={() => onAdding(list.id, null)} />}
      </ul>
      {mayCreate && adding === null && (
        <button type="button" className={classes.add} data-add onClick={() => onAdding(list.id, "bottom")}>
          <IconPlus size={16} stroke={1.6} aria-hidden /> {t("addTask")}
        </button>
      )}
      {list.done && adding === null && (
        <Link
          to="/s/$spaceId/archive"
          params={{ spaceId: list.spaceId }}
          search={{ show: "done" } as object}
          className={classes.add}
        >
          <IconHistory size={16} stroke={1.6} aria-hidden /> {t("finishedEarlier")}
        </Link>
      )}
    </section>
  );
});
