import type { MeResponse, PersonResponse, WorkspaceRole } from "../../kernel/api/types";

const all: WorkspaceRole[] = ["owner", "admin", "member", "guest"];

/** The standings I may give somebody in the workspace; none: I may not touch theirs, nor remove them. */
export function standingsOf(
  { can, person: me }: Pick<MeResponse, "can" | "person">,
  person: Pick<PersonResponse, "id" | "former" | "workspaceRole">,
): WorkspaceRole[] {
  if (!can.includes("workspace.manage") || person.former || person.id === me.id) return [];
  if (can.includes("workspace.own")) return all;
  return person.workspaceRole === "owner" ? [] : all.filter((one) => one !== "owner");
}
