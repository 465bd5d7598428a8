import type { MessageResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

/** Takes a deletion back; `message` is as it was before. */
export const restoreMessage = (message: MessageResponse): Command => ({
  spaceId: message.spaceId,
  method: "POST",
  path: `/messages/${message.id}/restoration`,
  predicts: [{ kind: "message.restored", itemId: message.id, payload: plain(message) }],
});

/** The message alone: marks of the replica do not belong into a payload. */
function plain(message: MessageResponse & { sync?: unknown; streamId?: unknown }): MessageResponse {
  const { sync: _, streamId: _stream, ...rest } = message;
  return { ...rest, deletedAt: null };
}
