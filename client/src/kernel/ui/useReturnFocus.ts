import { useLayoutEffect } from "react";

/** Gives the focus back to what had it before a dialog opened. Mantine's own does so only for dialogs that were there, closed, before. */
export function useReturnFocus(opened = true) {
  useLayoutEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      // After the dialog has let go of it, unless the focus went on somewhere by itself.
      setTimeout(() => {
        const now = document.activeElement;
        const lost = !now || now === document.body || now.closest("[role=dialog]");
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, [opened]);
}
