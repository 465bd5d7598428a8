import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../kernel/replica";
import type { PersonRow, SpaceRow } from "../../kernel/replica/rows";

/** A direct space has no name of its own: it shows the others'. One's personal space is called what it is, `justMe`. */
export function spaceName(space: SpaceRow, meId: string, people: Map<string, PersonRow>, justMe: string): string {
  if (space.kind === "personal") return justMe;
  if (space.kind !== "direct") return space.name;
  const others = space.memberIds.filter((id) => id !== meId);
  return others.map((id) => people.get(id)?.name ?? "…").join(", ");
}

export function useSpaceName(space: SpaceRow | undefined): string {
  const me = useMe();
  const { t } = useTranslation("spaces");
  const ids = space?.kind === "direct" ? space.memberIds : [];
  const people = useRows((db) => db.people.bulkGet(ids), [ids.join()]);
  const known = new Map((people ?? []).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return space ? spaceName(space, me.id, known, t("justMe")) : "";
}
