import { type RefObject, useEffect, useRef, useState } from "react";
import { readWeek, type Week, writeWeek } from "./week";

const restMs = 800;

interface Waiting {
  keep: () => void;
  timer: ReturnType<typeof setTimeout>;
}

/** Hours that are being painted. Whoever rests for a moment has finished, and so has who leaves the page. */
export function useDraftWeek(hours: string, onKeep: (hours: string) => void) {
  const [draft, setDraft] = useState<{ week: Week; since: string }>();
  const waiting = useRef<Waiting>(undefined);
  useEffect(() => {
    const leave = () => flush(waiting);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  const change = (week: Week, atOnce = false) => {
    clearTimeout(waiting.current?.timer);
    setDraft({ week, since: hours });
    const keep = () => {
      const written = writeWeek(week);
      // A week without hours is on the way to another: it is shown, and not kept.
      if (written !== "" && written !== hours) onKeep(written);
    };
    waiting.current = { keep, timer: setTimeout(() => flush(waiting), restMs) };
    if (atOnce) flush(waiting);
  };
  // Once other hours are known, kept or from another device, those are shown.
  return { week: draft?.since === hours ? draft.week : readWeek(hours), change };
}

function flush(waiting: RefObject<Waiting | undefined>) {
  clearTimeout(waiting.current?.timer);
  waiting.current?.keep();
  waiting.current = undefined;
}
