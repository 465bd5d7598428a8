import { openToasts } from "./ToastRoom";

/** For ten seconds, a way back from what was done at once. */
export function offerUndo(message: string, undo: () => void) {
  void openToasts().then((toasts) => toasts.showUndo(message, undo));
}

/** A short word that something is done, where nothing on the screen shows it. */
export function tell(message: string) {
  void openToasts().then((toasts) => toasts.showWord(message));
}
