import { liveQuery } from "dexie";
import type { Replica } from "../replica/db";
import { lookForNewShell, onNewShell } from "./shell";

/**
 * Brings the new client when the server has become another build than the one that answered this page (`own`). Where a service
 * worker keeps the client, it does (see `reloadOnNewShell`); else the page is loaded again, as soon as nobody is typing. What
 * waits to be sent lies in the replica.
 */
export function reloadWhenOutdated(db: Replica, own: string, reload = loadAgain, look = lookForNewShell): () => void {
  const turn = whenNobodyTypes(reload);
  const subscription = liveQuery(() => db.meta.get("serverBuild")).subscribe(async (row) => {
    const build = row?.value as string | undefined;
    if (!build || build === own || (await look())) return;
    // A page from some cache in between must not load itself again and again.
    if (sessionStorage.getItem(triedKey) === build) return;
    sessionStorage.setItem(triedKey, build);
    turn.ask();
  });
  return () => {
    subscription.unsubscribe();
    turn.stop();
  };
}

/** Shows the new client as soon as its worker has taken over and nobody is typing. */
export function reloadOnNewShell(reload = loadAgain, watch = onNewShell): () => void {
  const turn = whenNobodyTypes(reload);
  const unwatch = watch(turn.ask);
  return () => {
    unwatch();
    turn.stop();
  };
}

const triedKey = "baton.reloadedFor";

const loadAgain = () => location.reload();

function whenNobodyTypes(act: () => void) {
  let asked = false;
  const tryNow = () => {
    if (asked && !isTyping()) act();
  };
  document.addEventListener("focusout", tryNow);
  document.addEventListener("visibilitychange", tryNow);
  return {
    ask: () => {
      asked = true;
      tryNow();
    },
    stop: () => {
      document.removeEventListener("focusout", tryNow);
      document.removeEventListener("visibilitychange", tryNow);
    },
  };
}

/** A dialog is a form half filled in, wherever the focus is. */
function isTyping(): boolean {
  if (document.querySelector("[role=dialog]")) return true;
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) return at.value !== "";
  return at instanceof HTMLElement && at.isContentEditable && at.textContent !== "";
}
