import type { MessageResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const deleteMessage = ({ id, spaceId }: MessageResponse): Command => ({
  spaceId,
  method: "DELETE",
  path: `/messages/${id}`,
  predicts: [{ kind: "message.deleted", itemId: id, payload: { id, deletedAt: new Date().toISOString() } }],
});
