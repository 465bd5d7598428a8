import type { MessageResponse, Request } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const editMessage = ({ id, spaceId }: MessageResponse, body: string, html: string): Command => ({
  spaceId,
  method: "PATCH",
  path: `/messages/${id}`,
  body: { body } satisfies Request<"EditMessage">,
  predicts: [{ kind: "message.edited", itemId: id, payload: { id, body, html, editedAt: new Date().toISOString() } }],
});
