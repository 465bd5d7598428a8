import { type RefObject, useEffect, useRef } from "react";
import { watchTouches } from "../board/touchDrag";

/** A finger that rests on an item's handle carries it. `onDrop` gets what it carried and the item it let go over; none: below all. */
export function useItemTouch(
  list: RefObject<HTMLElement | null>,
  enabled: boolean,
  onDrop: (itemId: string, overId: string | undefined, edge: string | null) => void,
) {
  const present = useRef(onDrop);
  present.current = onDrop;

  useEffect(() => {
    const element = list.current;
    if (!element || !enabled) return;
    return watchTouches(element, () => ({
      mayLift: ({ type }) => type === "card",
      onDrop: ({ cardId }, target, edge) => cardId && present.current(cardId, target.cardId, edge),
      onPress: () => {},
    }));
  }, [list, enabled]);
}
