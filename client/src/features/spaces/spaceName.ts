import { useMe, useRows } from "../../kernel/replica";
import type { PersonRow, SpaceRow } from "../../kernel/replica/rows";

/** A direct space has no name of its own: it shows the others'. */
export function spaceName(space: SpaceRow, meId: string, people: Map<string, PersonRow>): string {
  if (space.kind !== "direct") return space.name;
  const others = space.memberIds.filter((id) => id !== meId);
  return others.map((id) => people.get(id)?.name ?? "…").join(", ");
}

export function useSpaceName(space: SpaceRow | undefined): string {
  const me = useMe();
  const ids = space?.kind === "direct" ? space.memberIds : [];
  const people = useRows((db) => db.people.bulkGet(ids), [ids.join()]);
  const known = new Map((people ?? []).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return space ? spaceName(space, me.id, known) : "";
}
