import type { Dragged } from "./useCardDrag";

/** Scrolls `element` while one of these is dragged near its edges; loaded after the board is painted. Returns the end of it. */
export function scrollUnderDrag(element: Element, what: Dragged["type"][]): () => void {
  let end = () => {};
  let ended = false;
  void import("@atlaskit/pragmatic-drag-and-drop-auto-scroll/element").then(({ autoScrollForElements }) => {
    if (ended) return;
    end = autoScrollForElements({
      element,
      canScroll: ({ source }) => what.includes(source.data.type as Dragged["type"]),
    });
  });
  return () => {
    ended = true;
    end();
  };
}
