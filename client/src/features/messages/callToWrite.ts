import { useEffect, useRef } from "react";
import { draftOf, type Place } from "./place";

let called: string | undefined;
const listeners = new Set<() => void>();

/** The composer of this place takes the focus: at once, or as soon as it comes. */
export function callToWrite(place: Place) {
  called = draftOf(place);
  for (const listener of listeners) listener();
}

/** Answers a call to the composer of a place. */
export function useCalledToWrite(id: string, ready: boolean, focus: () => void) {
  const act = useRef(focus);
  act.current = focus;
  useEffect(() => {
    if (!ready) return;
    const look = () => {
      if (called !== id) return;
      called = undefined;
      act.current();
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [id, ready]);
}
