/** The keyboard goes on from this message, once what stood in its place is gone. */
export function focusMessage(messageId: string) {
  // After a menu or a toast has let go of the focus.
  setTimeout(() => {
    const now = document.activeElement;
    const free =
      !now || now === document.body || now.id === "page" || now.closest("[role=menu], [data-message], [role=alert]");
    if (free) document.querySelector<HTMLElement>(`[data-message="${messageId}"]`)?.focus({ preventScroll: true });
  }, 20);
}
