import type { Hue, Request } from "../../../kernel/api/types";
import type { Command, LabelRow } from "../../../kernel/replica";

type LabelPlace = Pick<LabelRow, "id" | "spaceId">;

export const changeLabel = ({ id, spaceId }: LabelPlace, fields: { name?: string; colour?: Hue }): Command => ({
  spaceId,
  method: "PATCH",
  path: `/labels/${id}`,
  body: fields satisfies Request<"ChangeLabel">,
  predicts: [{ kind: "label.changed", itemId: id, payload: { id, ...fields } }],
});

/** An archived label stays on the tasks that have it, but no task gets it any more. */
export const archiveLabel = ({ id, spaceId }: LabelPlace, at = new Date().toISOString()): Command => ({
  spaceId,
  method: "PUT",
  path: `/labels/${id}/archival`,
  predicts: [{ kind: "label.archived", itemId: id, payload: { id, archivedAt: at } }],
});

export const restoreLabel = ({ id, spaceId }: LabelPlace): Command => ({
  spaceId,
  method: "DELETE",
  path: `/labels/${id}/archival`,
  predicts: [{ kind: "label.restored", itemId: id, payload: { id, archivedAt: null } }],
});
