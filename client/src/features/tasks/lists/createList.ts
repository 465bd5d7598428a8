import type { ListResponse, Request } from "../../../kernel/api/types";
import { type Command, newId } from "../../../kernel/replica";

export function createList(spaceId: string, name: string, orderKey: string, id = newId()): Command {
  const list: ListResponse = {
    id,
    spaceId,
    name: name.trim(),
    colour: null,
    orderKey,
    wipLimit: null,
    done: false,
    archivedAt: null,
  };
  return {
    spaceId,
    method: "POST",
    path: `/spaces/${spaceId}/lists`,
    body: { id, name: list.name, orderKey, done: false } satisfies Request<"CreateList">,
    predicts: [{ kind: "list.created", itemId: id, payload: list }],
  };
}
