import type { HistoryLocation, RouterHistory } from "@tanstack/react-router";

const inDrawer = ["task", "thread"];

/**
 * Remembers which steps of the history opened the drawer over a page that stays as it was: closing it there is going back. Any
 * other way back would leave the same page twice in the history.
 */
export class DrawerSteps {
  /** By the step's index: the page below, as it was. */
  private readonly opened = new Map<number, string>();
  private last: HistoryLocation;
  private leaving = false;

  constructor(private readonly history: RouterHistory) {
    this.last = history.location;
    history.subscribe(({ location, action }) => {
      this.leaving = false;
      if (action.type === "PUSH") this.note(location);
      this.last = location;
    });
  }

  /** True when going back closes it, and is under way. */
  goBack(): boolean {
    // A second press of Escape must not go back once more.
    if (this.leaving) return true;
    const { location } = this.history;
    if (this.opened.get(location.state.__TSR_index) !== pageOf(location)) return false;
    this.leaving = true;
    this.history.back();
    return true;
  }

  private note(location: HistoryLocation) {
    const index = location.state.__TSR_index;
    for (const later of [...this.opened.keys()]) if (later >= index) this.opened.delete(later);
    const below = pageOf(this.last);
    if (hasDrawer(location) && !hasDrawer(this.last) && pageOf(location) === below) this.opened.set(index, below);
  }
}

const hasDrawer = ({ search }: HistoryLocation) => {
  const asked = new URLSearchParams(search);
  return inDrawer.some((name) => asked.has(name));
};

/** The address without what lies in the drawer. */
function pageOf({ pathname, search }: HistoryLocation) {
  const asked = new URLSearchParams(search);
  for (const name of inDrawer) asked.delete(name);
  asked.sort();
  return `${pathname}?${asked}`;
}
