import { type RefObject, useLayoutEffect, useRef } from "react";
import { isFilePaste } from "./filesIn";

/**
 * Takes the files that are pasted on the article which holds this element, wherever in it the focus is, or nowhere at all. A
 * composer within takes its own, and the fields of other places keep theirs.
 */
export function useFilePaste(
  within: RefObject<HTMLElement | null>,
  onFiles: (files: File[]) => void,
  enabled: boolean,
) {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  // There as soon as the place is seen.
  useLayoutEffect(() => {
    if (!enabled) return;
    const handlePaste = (event: ClipboardEvent) => {
      const place = within.current?.closest("article");
      const { target } = event;
      if (!place || event.defaultPrevented || !(target instanceof Node) || !isFilePaste(event.clipboardData)) return;
      if (!place.contains(target) && !target.contains(place)) return;
      event.preventDefault();
      latest.current([...(event.clipboardData?.files ?? [])]);
    };
    document.addEventListener("paste", handlePaste);
    return () => document.removeEventListener("paste", handlePaste);
  }, [within, enabled]);
}
