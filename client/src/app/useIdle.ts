import { useEffect, useState } from "react";
import { whenIdle } from "./whenIdle";

/** False until the first screen stands and the browser has time: for what weighs something and is opened by a hand. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let gone = false;
    void whenIdle().then(() => {
      if (!gone) setIdle(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  return idle;
}
