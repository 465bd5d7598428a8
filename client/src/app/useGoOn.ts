import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** After a step whose opener went with the page before, a keyboard goes on from the new page, not from the window's top. */
export function useGoOn() {
  // Once the new page stands there; until then the old one keeps the focus.
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current && before.current !== pathname) goOnFromPage();
    before.current = pathname;
  }, [pathname]);
}

/** Unless something has the focus already. */
export function goOnFromPage() {
  if (document.activeElement === document.body) document.getElementById("page")?.focus({ preventScroll: true });
}
