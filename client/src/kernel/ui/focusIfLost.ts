/** When what was pressed may have gone: at once, or with the menu it stood in. */
const looks = [60, 300];

/** What was pressed goes by it: the keyboard then goes on where it is said, unless something else took it. */
export function focusIfLost(find: () => HTMLElement | null) {
  for (const ms of looks) {
    setTimeout(() => document.activeElement === document.body && find()?.focus({ preventScroll: true }), ms);
  }
}

export const focusPageIfLost = () => focusIfLost(() => document.getElementById("page"));
