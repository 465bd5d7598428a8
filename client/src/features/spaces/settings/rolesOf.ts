import type { SpaceRole, WorkspaceRole } from "../../../kernel/api/types";

const all: SpaceRole[] = ["admin", "member", "guest"];

/** The roles a member may be given: a guest of the workspace stays one, and the last admin too, or nobody would lead. */
export function rolesOf(role: SpaceRole, workspaceRole: WorkspaceRole, admins: number): SpaceRole[] {
  if (workspaceRole === "guest") return ["guest"];
  return role === "admin" && admins <= 1 ? ["admin"] : all;
}
