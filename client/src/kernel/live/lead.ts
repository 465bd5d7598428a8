import type { Replica } from "../replica/db";
import { newId } from "../replica/ids";
import { noteConnection } from "./connection";
import { Live, type LiveOptions } from "./Live";

/**
 * One tab of the browser talks to the server, the others read the replica; when it closes, another takes over. A tab that comes
 * to the front wakes the leading one, which may be asleep behind it.
 * Without Web Locks (plain http on another host than localhost), or with a replica in its own memory, every tab leads: writes are
 * idempotent, and what one tab has on the wire the others leave alone.
 */
export function lead(db: Replica, options: LiveOptions = {}): () => void {
  const stop = new AbortController();
  const alone = Boolean(navigator.locks) && !db.elsewhere;
  const seen = alone ? new BroadcastChannel(`baton-seen-${db.personId}`) : null;
  const tellSeen = () => document.visibilityState === "visible" && seen?.postMessage("seen");
  document.addEventListener("visibilitychange", tellSeen);
  stop.signal.addEventListener("abort", () => {
    document.removeEventListener("visibilitychange", tellSeen);
    seen?.close();
  });

  const work = () =>
    new Promise<void>((resolve) => {
      if (stop.signal.aborted) return resolve();
      const live = new Live(db, alone ? options : { ...options, tab: newId() });
      const wake = () => live.wake();
      const lose = () => live.lost();
      const wakeWhenSeen = () => document.visibilityState === "visible" && live.wake();
      seen?.addEventListener("message", wake);
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

  if (alone) {
    navigator.locks.request(`baton-lead-${db.personId}`, { signal: stop.signal }, work).catch(() => undefined);
  } else {
    void work();
  }
  return () => stop.abort();
}
