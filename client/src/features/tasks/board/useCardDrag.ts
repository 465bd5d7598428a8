import { type RefObject, useEffect, useState } from "react";
import type { Card } from "./cards";
import { withDragKit } from "./withDragKit";

/** What is dragged, or what it is dropped on. */
export type Dragged = { type: "card"; cardId: string; listId: string } | { type: "list"; listId: string };

export const isCard = (data: Record<string | symbol, unknown>) => data.type === "card";
export const isList = (data: Record<string | symbol, unknown>) => data.type === "list";

/** Lets a card be dragged and others be dropped above or below it. */
export function useCardDrag(slot: RefObject<HTMLLIElement | null>, { id: cardId, listId }: Card, may: boolean) {
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<"top" | "bottom" | null>(null);

  useEffect(() => {
    const element = slot.current;
    if (!element) return;
    const data = { type: "card", cardId, listId } satisfies Dragged;
    const clear = () => setEdge(null);
    return withDragKit(({ combine, draggable, dropTargetForElements, attachClosestEdge, extractClosestEdge }) =>
      combine(
        may
          ? draggable({
              element,
              getInitialData: () => data,
              onDragStart: () => setDragging(true),
              onDrop: () => setDragging(false),
            })
          : () => {},
        dropTargetForElements({
          element,
          canDrop: ({ source }) => isCard(source.data),
          getData: ({ input }) => attachClosestEdge(data, { element, input, allowedEdges: ["top", "bottom"] }),
          onDrag: ({ self, source }) =>
            setEdge(source.data.cardId === cardId ? null : (extractClosestEdge(self.data) as "top" | "bottom" | null)),
          onDragLeave: clear,
          onDrop: clear,
        }),
      ),
    );
  }, [slot, cardId, listId, may]);

  return { dragging, edge };
}
