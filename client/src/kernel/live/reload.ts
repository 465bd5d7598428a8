import { liveQuery } from "dexie";
import type { Replica } from "../replica/db";

/**
 * Loads the new client when the server has become another build than the one this page came with (`own`), as soon as
 * nobody is typing. What waits to be sent lies in the replica.
 */
export function reloadWhenOutdated(db: Replica, own: string, reload: () => void = () => location.reload()): () => void {
  let outdated = false;
  const tryNow = () => {
    if (outdated && !isTyping()) reload();
  };
  const subscription = liveQuery(() => db.meta.get("serverBuild")).subscribe((row) => {
    const build = row?.value as string | undefined;
    // A cached page must not load itself again and again.
    if (!build || build === own || sessionStorage.getItem(triedKey) === build) return;
    sessionStorage.setItem(triedKey, build);
    outdated = true;
    tryNow();
  });
  document.addEventListener("focusout", tryNow);
  document.addEventListener("visibilitychange", tryNow);
  return () => {
    subscription.unsubscribe();
    document.removeEventListener("focusout", tryNow);
    document.removeEventListener("visibilitychange", tryNow);
  };
}

const triedKey = "baton.reloadedFor";

function isTyping(): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) return at.value !== "";
  return at instanceof HTMLElement && at.isContentEditable && at.textContent !== "";
}
