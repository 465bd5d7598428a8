import type { Command, SpaceRow } from "../../kernel/replica";

/** Everything in it can still be read, and nothing changed. */
export const archiveSpace = ({ id }: Pick<SpaceRow, "id">, at = new Date().toISOString()): Command => ({
  spaceId: id,
  method: "PUT",
  path: `/spaces/${id}/archival`,
  predicts: [{ kind: "space.archived", itemId: id, payload: { id, archivedAt: at } }],
});

export const restoreSpace = ({ id }: Pick<SpaceRow, "id">): Command => ({
  spaceId: id,
  method: "DELETE",
  path: `/spaces/${id}/archival`,
  predicts: [{ kind: "space.restored", itemId: id, payload: { id, archivedAt: null } }],
});
