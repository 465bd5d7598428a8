import { type RefObject, useEffect, useState } from "react";
import { type Dragged, isCard, isList } from "./useCardDrag";
import { withDragKit } from "./withDragKit";

/** Lets a list be dragged by its head, other lists beside it, and cards into it. */
export function useColumnDrag(
  column: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  listId: string,
  may: boolean,
) {
  const [edge, setEdge] = useState<"left" | "right" | null>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!column.current || !head.current) return;
    const [element, dragHandle] = [column.current, head.current];
    const data = { type: "list", listId } satisfies Dragged;
    const clear = () => {
      setEdge(null);
      setOver(false);
    };
    return withDragKit(({ combine, draggable, dropTargetForElements, attachClosestEdge, extractClosestEdge }) =>
      combine(
        may ? draggable({ element, dragHandle, getInitialData: () => data }) : () => {},
        dropTargetForElements({
          element,
          getData: ({ input, source }) =>
            isList(source.data) ? attachClosestEdge(data, { element, input, allowedEdges: ["left", "right"] }) : data,
          onDrag: ({ self, source, location }) => {
            const beside = isList(source.data) && source.data.listId !== listId;
            setEdge(beside ? (extractClosestEdge(self.data) as "left" | "right" | null) : null);
            setOver(isCard(source.data) && location.current.dropTargets[0]?.element === element);
          },
          onDragLeave: clear,
          onDrop: clear,
        }),
      ),
    );
  }, [column, head, listId, may]);

  return { edge, over };
}
