import type { Replica } from "../replica/db";
import { noteConnection } from "./connection";
import { Live, type LiveOptions } from "./Live";

/**
 * One tab of the browser talks to the server, the others read the replica; when it closes, another takes over.
 * Without Web Locks (plain http on another host than localhost), or with a replica in its own memory, every tab leads: writes are
 * idempotent, so that is safe.
 */
export function lead(db: Replica, options: LiveOptions = {}): () => void {
  const stop = new AbortController();
  const work = () =>
    new Promise<void>((resolve) => {
      if (stop.signal.aborted) return resolve();
      const live = new Live(db, options);
      const wake = () => live.wake();
      const lose = () => live.lost();
      const wakeWhenSeen = () => document.visibilityState === "visible" && live.wake();
      void noteConnection(db, "connecting");
      live.start();
      addEventListener("online", wake);
      addEventListener("offline", lose);
      document.addEventListener("visibilitychange", wakeWhenSeen);
      stop.signal.addEventListener("abort", () => {
        live.stop();
        removeEventListener("online", wake);
        removeEventListener("offline", lose);
        document.removeEventListener("visibilitychange", wakeWhenSeen);
        resolve();
      });
    });

  if (navigator.locks && !db.elsewhere) {
    navigator.locks.request(`baton-lead-${db.personId}`, { signal: stop.signal }, work).catch(() => undefined);
  } else {
    void work();
  }
  return () => stop.abort();
}
