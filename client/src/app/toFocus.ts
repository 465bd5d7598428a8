import type { PlaceSearch } from "./router";

/** Asks for how long one is in focus, over the page one is on. */
export const toFocus = (old: PlaceSearch) => ({ ...old, new: "focus" as const });
