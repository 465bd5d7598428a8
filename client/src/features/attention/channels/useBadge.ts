import { useEffect, useRef } from "react";
import { useRows } from "../../../kernel/replica";
import { broughtLast, waitingIn } from "../inbox/waiting";
import { isComing, mayShow, useWantsBadge } from "./signals";

export const showsBadges = () => "setAppBadge" in navigator;

/** The number on the app's icon: what was delivered and waits, by the replica alone. */
export function useBadge() {
  const [kept] = useWantsBadge();
  const wanted = kept && showsBadges();
  const here = useRows(
    async (db) => (wanted ? { waiting: await waitingIn(db), broughtAt: await broughtLast(db) } : undefined),
    [wanted],
  );
  const shown = useRef<number>(undefined);

  useEffect(() => {
    if (!here) return;
    const show = () => {
      const seen = document.visibilityState === "visible";
      if (!mayShow(here.waiting, shown.current, seen, isComing(here.broughtAt, Date.now()))) return;
      shown.current = here.waiting;
      void navigator.setAppBadge(here.waiting).catch(() => undefined);
    };
    show();
    document.addEventListener("visibilitychange", show);
    return () => document.removeEventListener("visibilitychange", show);
  }, [here]);

  // Switched off, or signed out.
  useEffect(() => {
    if (!wanted) return;
    return () => {
      shown.current = undefined;
      void navigator.clearAppBadge().catch(() => undefined);
    };
  }, [wanted]);
}
