import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";

const nearEnd = 40;

type Hold = { id: string; top: number } | "end" | null;

export interface SteadyScroll {
  /** Keeps the end in view, whatever comes. */
  holdEnd: () => void;
  /** Puts a message into the middle and keeps it there. */
  centre: (messageId: string) => boolean;
  /** Keeps what is at the top now where it is, though something comes above it. */
  holdTop: () => void;
}

/**
 * Keeps what is being read where it is while messages come, go or change their height, in every browser alike (the
 * browsers' own anchoring is off). Rows carry `data-message`.
 */
export function useSteadyScroll(
  content: RefObject<HTMLElement | null>,
  { inPage, onMove }: { inPage: boolean; onMove: (atEnd: boolean) => void },
): SteadyScroll {
  const hold = useRef<Hold>(inPage ? null : "end");
  /** Where this hook itself has put the scroller: an event that finds it there is no move of the reader's. */
  const own = useRef(-1);
  const moved = useRef(onMove);
  moved.current = onMove;

  const restore = useCallback(() => {
    const [inner, scroller] = [content.current, scrollerOf(content.current)];
    if (!inner || !scroller || !hold.current) return;
    if (hold.current === "end") {
      scroller.scrollTop = scroller.scrollHeight;
      own.current = scroller.scrollTop;
      return;
    }
    const row = rowOf(inner, hold.current.id);
    if (!row) return;
    const by = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - hold.current.top;
    if (Math.abs(by) < 1) return;
    scroller.scrollTop += by;
    own.current = scroller.scrollTop;
  }, [content]);

  const holdTop = useCallback(() => {
    const [inner, scroller] = [content.current, scrollerOf(content.current)];
    if (inner && scroller) hold.current = topRow(inner, scroller);
  }, [content]);

  useLayoutEffect(restore);

  useEffect(() => {
    const [inner, scroller] = [content.current, scrollerOf(content.current)];
    if (!inner || !scroller || inPage) return;
    const handleScroll = () => {
      if (Math.abs(scroller.scrollTop - own.current) < 1) return;
      own.current = -1;
      const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= nearEnd;
      hold.current = atEnd ? "end" : topRow(inner, scroller);
      moved.current(atEnd);
    };
    const sizes = new ResizeObserver(restore);
    sizes.observe(inner);
    sizes.observe(scroller);
    scroller.addEventListener("scroll", handleScroll, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", handleScroll);
    };
  }, [content, inPage, restore]);

  return {
    holdTop,
    holdEnd: useCallback(() => {
      hold.current = "end";
      restore();
    }, [restore]),
    centre: useCallback(
      (messageId) => {
        const [inner, scroller] = [content.current, scrollerOf(content.current)];
        const row = inner && rowOf(inner, messageId);
        if (!row || !scroller) return false;
        const middle = (scroller.clientHeight - row.offsetHeight) / 2;
        hold.current = { id: messageId, top: Math.max(48, middle) };
        restore();
        if (inPage) hold.current = null;
        return true;
      },
      [content, restore, inPage],
    ),
  };
}

/** The nearest box that scrolls: the stream's own, or the sheet that it is a part of. */
function scrollerOf(from: HTMLElement | null): HTMLElement | null {
  for (let box = from?.parentElement ?? null; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}

const rowOf = (inner: HTMLElement, id: string) =>
  inner.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);

function topRow(inner: HTMLElement, scroller: HTMLElement): Hold {
  const edge = scroller.getBoundingClientRect().top;
  for (const row of inner.querySelectorAll<HTMLElement>("[data-message]")) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge + 1) return { id: row.dataset.message ?? "", top: top - edge };
  }
  return null;
}
