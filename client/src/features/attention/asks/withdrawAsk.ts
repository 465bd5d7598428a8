import type { AskResponse, MessageResponse } from "../../../kernel/api/types";
import type { Command } from "../../../kernel/replica";

/** Takes back what I asked of somebody. */
export const withdrawAsk = ({ id, spaceId }: Pick<MessageResponse, "id" | "spaceId">, ask: AskResponse): Command => ({
  spaceId,
  method: "PUT",
  path: `/asks/${ask.id}/withdrawal`,
  predicts: [{ kind: "ask.changed", itemId: id, payload: { id, ask: { ...ask, state: "withdrawn" } } }],
});
