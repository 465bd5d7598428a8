import type { TopicResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const reopenTopic = ({ id, spaceId, closure }: TopicResponse): Command => ({
  spaceId,
  method: "DELETE",
  path: `/topics/${id}/closure`,
  predicts: [{ kind: "topic.reopened", itemId: id, payload: { id, earlierClosure: closure } }],
});
