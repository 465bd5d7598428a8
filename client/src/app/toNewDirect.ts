import type { PlaceSearch } from "./router";

/** Asks to whom one writes, over the page one is on. */
export const toNewDirect = (old: PlaceSearch) => ({ ...old, new: "direct" as const });
