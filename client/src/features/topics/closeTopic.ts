import type { Outcome, Request, TopicResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";

export interface Conclusion {
  outcome: Outcome;
  text: string;
  html: string;
  taskIds: string[];
}

export const closeTopic = ({ id, spaceId }: TopicResponse, by: string, conclusion: Conclusion): Command => {
  const { outcome, text, taskIds } = conclusion;
  return {
    spaceId,
    method: "PUT",
    path: `/topics/${id}/closure`,
    body: {
      outcome,
      ...(text ? { text } : {}),
      ...(taskIds.length > 0 ? { taskIds } : {}),
    } satisfies Request<"CloseTopic">,
    predicts: [
      {
        kind: "topic.closed",
        itemId: id,
        payload: { id, closure: { ...conclusion, by, at: new Date().toISOString() } },
      },
    ],
  };
};
