import { useEffect } from "react";

/** Names the page in the tab and in the history. */
export function useTitle(...parts: (string | undefined)[]) {
  const title = [...parts, "Baton"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
