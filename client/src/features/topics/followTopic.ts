import type { TopicResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const followTopic = ({ id, spaceId }: TopicResponse, personId: string): Command => ({
  spaceId,
  method: "PUT",
  path: `/topics/${id}/followers/me`,
  predicts: [{ kind: "topic.followed", itemId: id, payload: { id, personId } }],
});
