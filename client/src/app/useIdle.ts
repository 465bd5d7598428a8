import { useEffect, useState } from "react";

/** False until the first screen stands and the browser has time: for what weighs something and is opened by a hand. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const later = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
    const drop = window.cancelIdleCallback ?? clearTimeout;
    const handle = later(() => setIdle(true));
    return () => drop(handle as number);
  }, []);
  return idle;
}
