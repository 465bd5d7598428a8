const frames = 60;

/** Puts the focus on what is about to be drawn, unless the hands are in a field by then. */
export function focusSoon(find: () => HTMLElement | null | undefined, left = frames) {
  requestAnimationFrame(() => {
    const element = find();
    const now = document.activeElement;
    if (now instanceof HTMLElement && (now.isContentEditable || /^(INPUT|TEXTAREA)$/.test(now.tagName))) return;
    if (element) element.focus();
    else if (left > 0) focusSoon(find, left - 1);
  });
}
