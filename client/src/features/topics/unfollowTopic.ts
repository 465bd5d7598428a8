import type { TopicResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const unfollowTopic = ({ id, spaceId }: TopicResponse, personId: string): Command => ({
  spaceId,
  method: "DELETE",
  path: `/topics/${id}/followers/me`,
  predicts: [{ kind: "topic.unfollowed", itemId: id, payload: { id, personId } }],
});
