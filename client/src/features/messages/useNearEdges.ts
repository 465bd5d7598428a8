import { type RefObject, useEffect } from "react";
import type { useStream } from "./useStream";

const nearEdge = 600;

/** Loads the next part before its edge comes into view. */
export function useNearEdges(
  content: RefObject<HTMLElement | null>,
  { older, newer, following, problem, showOlder, showNewer }: ReturnType<typeof useStream>,
  inPage: boolean,
) {
  // Without dependencies: looked at again whenever the list has changed.
  useEffect(() => {
    const scroller = content.current?.parentElement;
    if (!scroller || inPage) return;
    const look = () => {
      if (older && scroller.scrollTop < nearEdge) void showOlder();
      const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      if (newer && !following && below < nearEdge && below > 60) void showNewer();
    };
    // After a refusal only whoever scrolls asks again: by itself it would ask without end.
    if (!problem) look();
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  });
}
