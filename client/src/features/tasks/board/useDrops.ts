import { type RefObject, useEffect, useRef } from "react";
import type { ListRow } from "../../../kernel/replica";
import type { Card } from "./cards";
import { type Dragged, isCard, isList } from "./useCardDrag";
import { withDragKit } from "./withDragKit";

export interface Drops {
  lists: ListRow[];
  /** As shown. */
  columns: Map<string, Card[]>;
  onCard: (cardId: string, listId: string, index: number) => void;
  onList: (listId: string, index: number) => void;
}

/** What happens when something is let go over the board; the board scrolls sideways under what is dragged. */
export function useDrops(board: RefObject<HTMLElement | null>, drops: Drops, ready: boolean) {
  const present = useRef(drops);
  present.current = drops;

  useEffect(() => {
    const element = board.current;
    if (!element || !ready) return;
    return withDragKit(({ combine, monitorForElements, autoScrollForElements, extractClosestEdge }) =>
      combine(
        autoScrollForElements({ element, canScroll: ({ source }) => isCard(source.data) || isList(source.data) }),
        monitorForElements({
          canMonitor: ({ source }) => isCard(source.data) || isList(source.data),
          onDrop: ({ source, location }) => {
            const target = location.current.dropTargets[0];
            if (target)
              drop(present.current, source.data as unknown as Dragged, target.data, extractClosestEdge(target.data));
          },
        }),
      ),
    );
  }, [board, ready]);
}

/** Puts what was dragged where it was let go: beside a card or a list, or at the end of a list. */
export function drop(
  { lists, columns, onCard, onList }: Drops,
  dragged: Dragged,
  target: Record<string | symbol, unknown>,
  edge: string | null,
) {
  const listId = target.listId as string;
  if (dragged.type === "list") {
    if (dragged.listId === listId) return;
    const others = lists.filter((list) => list.id !== dragged.listId);
    onList(dragged.listId, others.findIndex((list) => list.id === listId) + (edge === "right" ? 1 : 0));
    return;
  }
  if (dragged.cardId === target.cardId) return;
  const cards = columns.get(listId) ?? [];
  const others = cards.filter((card) => card.id !== dragged.cardId);
  const over = others.findIndex((card) => card.id === target.cardId);
  const index = over < 0 ? others.length : over + (edge === "bottom" ? 1 : 0);
  if (cards.findIndex((card) => card.id === dragged.cardId) !== index) onCard(dragged.cardId, listId, index);
}
