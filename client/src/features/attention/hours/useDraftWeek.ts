import { type RefObject, useEffect, useRef, useState } from "react";
import { assumedHours, readWeek, type Week, writeWeek } from "./week";

const restMs = 800;

interface Waiting {
  keep: () => void;
  timer: ReturnType<typeof setTimeout>;
}

/** Hours that are being painted. Whoever rests for a moment has finished, and so has who leaves the page. */
export function useDraftWeek(hours: string | null, onKeep: (hours: string) => void) {
  const [draft, setDraft] = useState<Week | null>(null);
  const waiting = useRef<Waiting>(undefined);
  /** What was kept here, oldest first: it becomes known a moment later. */
  const kept = useRef<string[]>([]);

  useEffect(() => {
    const leave = () => flush(waiting);
    const hide = () => document.visibilityState === "hidden" && leave();
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      leave();
    };
  }, []);

  // Hours from another device, or the old ones because mine were refused: those are shown.
  useEffect(() => {
    if (hours !== null && kept.current.includes(hours)) return;
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    kept.current = [];
    setDraft(null);
  }, [hours]);

  const change = (week: Week, atOnce = false) => {
    clearTimeout(waiting.current?.timer);
    setDraft(week);
    const keep = () => {
      const written = writeWeek(week);
      // A week without hours is on the way to another: it is shown, and not kept.
      if (written === "" || written === (kept.current.at(-1) ?? hours)) return;
      kept.current.push(written);
      onKeep(written);
    };
    waiting.current = { keep, timer: setTimeout(() => flush(waiting), restMs) };
    if (atOnce) flush(waiting);
  };
  return { week: draft ?? readWeek(hours ?? assumedHours), change };
}

function flush(waiting: RefObject<Waiting | undefined>) {
  clearTimeout(waiting.current?.timer);
  waiting.current?.keep();
  waiting.current = undefined;
}
