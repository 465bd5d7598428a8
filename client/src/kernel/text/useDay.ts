import { useSyncExternalStore } from "react";

const minuteMs = 60_000;
let timer: ReturnType<typeof setInterval> | undefined;
let day = today();
const listeners = new Set<() => void>();

/**
 * Makes a component look again when a new day has begun: "today" must not stay today in a tab that is open for days. It is the
 * device's day; words are of the reader's zone, which is nearly always the same.
 */
export const useDay = () => useSyncExternalStore(listen, () => day);

function listen(listener: () => void) {
  if (listeners.size === 0) {
    timer = setInterval(look, minuteMs);
    document.addEventListener("visibilitychange", look);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

function look() {
  const now = today();
  if (now === day) return;
  day = now;
  for (const listener of listeners) listener();
}

function today() {
  return new Date().toDateString();
}
