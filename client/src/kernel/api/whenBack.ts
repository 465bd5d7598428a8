import { useEffect } from "react";
import type { Problem } from "./problem";

const back = "baton:back";

/** Tells those who asked in vain that the server can be reached again. */
export const tellBack = () => dispatchEvent(new Event(back));

/** Asks again once the connection is back, if it was its fault. */
export function useAgainWhenBack(problem: Problem | undefined, again: () => void) {
  const away = problem?.code === "offline";
  useEffect(() => {
    if (!away) return;
    addEventListener(back, again);
    return () => removeEventListener(back, again);
  }, [away, again]);
}
