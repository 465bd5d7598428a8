import { type RefObject, useEffect, useRef } from "react";
import type { Card } from "./cards";
import { watchTouches } from "./touchDrag";
import type { Dragged } from "./useCardDrag";
import { type Drops, drop } from "./useDrops";

export interface TouchDrops extends Drops {
  mayMove: (card: Card) => boolean;
  mayShapeLists: boolean;
  onMenu: (cardId: string, at: DOMRect) => void;
}

/** What a finger carries over the board lands as what a mouse drags; a long press that carries nothing opens the card's menu. */
export function useTouchDrag(board: RefObject<HTMLElement | null>, drops: TouchDrops, ready: boolean) {
  const present = useRef(drops);
  present.current = drops;

  useEffect(() => {
    const element = board.current;
    if (!element || !ready) return;
    return watchTouches(element, () => ({
      mayLift: ({ type, cardId, listId }) => {
        const { columns, mayMove, mayShapeLists } = present.current;
        const card = columns.get(listId)?.find((one) => one.id === cardId);
        return type === "list" ? mayShapeLists : card !== undefined && mayMove(card);
      },
      onDrop: (lifted, target, edge) => drop(present.current, lifted as Dragged, target, edge),
      onPress: ({ cardId }, at) => cardId && present.current.onMenu(cardId, at),
    }));
  }, [board, ready]);
}
