import type { Request, TopicResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export const renameTopic = ({ id, spaceId }: TopicResponse, title: string): Command => ({
  spaceId,
  method: "PATCH",
  path: `/topics/${id}`,
  body: { title } satisfies Request<"RenameTopic">,
  predicts: [{ kind: "topic.renamed", itemId: id, payload: { id, title } }],
});
