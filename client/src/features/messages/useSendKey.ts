import { useSyncExternalStore } from "react";

const key = "baton.sendsByEnter";
const listeners = new Set<() => void>();

const now = () => localStorage.getItem(key) === "yes";

/** Whether Enter alone sends a message, on this device. Ctrl+Enter always does. */
export function useSendKey(): [boolean, (byEnter: boolean) => void] {
  return [useSyncExternalStore(listen, now), choose];
}

function choose(byEnter: boolean) {
  if (byEnter) localStorage.setItem(key, "yes");
  else localStorage.removeItem(key);
  for (const listener of listeners) listener();
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
