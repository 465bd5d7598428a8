import type { PersonResponse, Request, SpaceRole } from "../../kernel/api/types";
import type { Command, SpaceRow } from "../../kernel/replica";

type Id = Pick<SpaceRow, "id">;

/** Takes a person of the workspace into a space. */
export function takeIn({ id }: Id, person: PersonResponse, role: SpaceRole, at = new Date().toISOString()): Command {
  const member = { personId: person.id, role, joinedAt: at };
  return {
    spaceId: id,
    method: "PUT",
    path: `/spaces/${id}/members/${person.id}`,
    body: { role } satisfies Request<"SeatMember">,
    predicts: [{ kind: "member.joined", itemId: person.id, payload: { person, member } }],
  };
}

export const appoint = ({ id }: Id, personId: string, role: SpaceRole): Command => ({
  spaceId: id,
  method: "PUT",
  path: `/spaces/${id}/members/${personId}`,
  body: { role } satisfies Request<"SeatMember">,
  predicts: [{ kind: "member.changed", itemId: personId, payload: { personId, role } }],
});

export const removeMember = ({ id }: Id, personId: string): Command => ({
  spaceId: id,
  method: "DELETE",
  path: `/spaces/${id}/members/${personId}`,
  predicts: [{ kind: "member.left", itemId: personId, payload: { personId } }],
});
