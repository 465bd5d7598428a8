import type { Hue, LabelResponse, Request } from "../../../kernel/api/types";
import { type Command, newId } from "../../../kernel/replica";

export function createLabel(spaceId: string, name: string, colour: Hue, id = newId()): Command {
  const label: LabelResponse = { id, spaceId, name: name.trim(), colour, archivedAt: null };
  return {
    spaceId,
    method: "POST",
    path: `/spaces/${spaceId}/labels`,
    body: { id, name: label.name, colour } satisfies Request<"CreateLabel">,
    predicts: [{ kind: "label.created", itemId: id, payload: label }],
  };
}
