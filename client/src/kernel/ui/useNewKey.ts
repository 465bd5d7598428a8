import { useHotkeys } from "@mantine/hooks";

/** `N` begins what a page is for: a message in a chat, a topic in the list of topics. */
export function useNewKey(begin: (() => void) | false) {
  useHotkeys([
    [
      "N",
      ({ target }) => {
        const elsewhere = target instanceof Element && target.closest("[role=dialog], [role=menu]");
        if (begin && !elsewhere) begin();
      },
    ],
  ]);
}
