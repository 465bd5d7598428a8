/** So long it is awaited whatever has the focus, and so long on a slow device while nothing has it. */
const [eager, patient] = [60, 600];

/** Puts the focus on what is about to be drawn, unless the hands are in a field by then. */
export function focusSoon(find: () => HTMLElement | null | undefined, frame = 0) {
  requestAnimationFrame(() => {
    const element = find();
    const now = document.activeElement;
    if (now instanceof HTMLElement && (now.isContentEditable || /^(INPUT|TEXTAREA)$/.test(now.tagName))) return;
    if (frame > eager && now && now !== document.body && now.id !== "page") return;
    if (element) element.focus();
    else if (frame < patient) focusSoon(find, frame + 1);
  });
}
