import { type SpaceRow, useRows } from "../kernel/replica";

const byName = (a: SpaceRow, b: SpaceRow) => a.name.localeCompare(b.name);
const byPin = (a: SpaceRow, b: SpaceRow) => ((a.pin ?? "") < (b.pin ?? "") ? -1 : 1);

/** My spaces as the sidebar groups them, and the archived ones. */
export function useSpaces() {
  const all = useRows((db) => db.spaces.toArray(), []) ?? [];
  const spaces = all.filter((space) => !space.archivedAt);
  return {
    archived: all.filter((space) => space.archivedAt).sort(byName),
    pinned: spaces.filter((space) => space.pin).sort(byPin),
    others: spaces.filter((space) => !space.pin && space.kind !== "direct").sort(byKindThenName),
    direct: spaces
      .filter((space) => !space.pin && space.kind === "direct")
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
  };
}

function byKindThenName(a: SpaceRow, b: SpaceRow) {
  return a.kind === b.kind ? byName(a, b) : a.kind === "personal" ? -1 : b.kind === "personal" ? 1 : byName(a, b);
}
