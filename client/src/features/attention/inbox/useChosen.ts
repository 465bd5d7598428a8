import { type RefObject, useEffect, useState } from "react";

/** The item that last had the hands: it stays chosen while they are elsewhere on the page. */
export function useChosen(page: RefObject<HTMLElement | null>): string | undefined {
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const handle = (event: FocusEvent) => {
      const at = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-item]") : null;
      if (at && page.current?.contains(at)) setChosen(at.dataset.item);
    };
    document.addEventListener("focusin", handle);
    return () => document.removeEventListener("focusin", handle);
  }, [page]);
  return chosen;
}
