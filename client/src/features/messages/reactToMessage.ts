import type { MessageResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const reactToMessage = ({ id, spaceId }: MessageResponse, emoji: string, personId: string): Command => ({
  spaceId,
  method: "PUT",
  path: `/messages/${id}/reactions/${encodeURIComponent(emoji)}`,
  predicts: [{ kind: "message.reacted", itemId: id, payload: { id, emoji, personId } }],
});
