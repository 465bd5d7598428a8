import { lazy, Suspense, useSyncExternalStore } from "react";

const load = () => import("./toasts");
const Toasts = lazy(() => load().then((file) => ({ default: file.Toasts })));

let opened = false;
const listeners = new Set<() => void>();

/** Loads what shows toasts when the first one is needed: the first screen does not carry it. */
export function openToasts() {
  opened = true;
  for (const listener of listeners) listener();
  return load();
}

export function ToastRoom() {
  const open = useSyncExternalStore(listen, () => opened);
  return open && <Suspense>{<Toasts />}</Suspense>;
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
