import type { Hue, Request } from "../../../kernel/api/types";
import type { Command, ListRow } from "../../../kernel/replica";

type ListPlace = Pick<ListRow, "id" | "spaceId">;

export interface ListFields {
  name?: string;
  colour?: Hue | null;
  orderKey?: string;
  wipLimit?: number | null;
  done?: boolean;
}

export const changeList = ({ id, spaceId }: ListPlace, fields: ListFields): Command => ({
  spaceId,
  method: "PATCH",
  path: `/lists/${id}`,
  body: fields satisfies Request<"ChangeList">,
  predicts: [{ kind: "list.changed", itemId: id, payload: { id, ...fields } }],
});

export const archiveList = ({ id, spaceId }: ListPlace, at = new Date().toISOString()): Command => ({
  spaceId,
  method: "PUT",
  path: `/lists/${id}/archival`,
  predicts: [{ kind: "list.archived", itemId: id, payload: { id, archivedAt: at } }],
});

export const restoreList = ({ id, spaceId }: ListPlace): Command => ({
  spaceId,
  method: "DELETE",
  path: `/lists/${id}/archival`,
  predicts: [{ kind: "list.restored", itemId: id, payload: { id, archivedAt: null } }],
});
