import type { MessageResponse, TopicResponse } from "../../kernel/api/types";
import { type Change, registerChanges } from "../../kernel/replica";

registerChanges({
  "topic.opened": async (tx, { payload }: Change<{ topic: TopicResponse; message: MessageResponse }>) => {
    await tx.topics.put(payload.topic);
    await tx.messages.put(payload.message);
  },
  "topic.renamed": (tx, { payload }: Change<{ id: string; title: string }>) =>
    tx.topics.patch(payload.id, { title: payload.title }),
});
