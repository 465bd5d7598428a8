import type { MessageResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const withdrawReaction = ({ id, spaceId }: MessageResponse, emoji: string, personId: string): Command => ({
  spaceId,
  method: "DELETE",
  path: `/messages/${id}/reactions/${encodeURIComponent(emoji)}`,
  predicts: [{ kind: "message.unreacted", itemId: id, payload: { id, emoji, personId } }],
});
