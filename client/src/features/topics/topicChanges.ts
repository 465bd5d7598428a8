import type { MessageResponse, TopicResponse } from "../../kernel/api/types";
import { type Change, registerChanges } from "../../kernel/replica";

type Closure = NonNullable<TopicResponse["closure"]>;

registerChanges({
  "topic.opened": async (tx, { payload }: Change<{ topic: TopicResponse; message: MessageResponse }>) => {
    await tx.topics.put(payload.topic);
    await tx.messages.put(payload.message);
  },
  "topic.renamed": (tx, { payload: { id, title } }: Change<{ id: string; title: string }>) =>
    tx.topics.patch(id, { title }),
  "topic.closed": (tx, { payload: { id, closure } }: Change<{ id: string; closure: Closure }>) =>
    tx.topics.patch(id, { closure, earlierClosure: null }),
  "topic.reopened": (tx, { payload: { id, earlierClosure } }: Change<{ id: string; earlierClosure?: Closure }>) =>
    tx.topics.patch(id, (topic) => ({ closure: null, earlierClosure: earlierClosure ?? topic.closure })),
  "topic.followed": (tx, { payload: { id, personId } }: Change<{ id: string; personId: string }>) =>
    tx.topics.patch(id, ({ followerIds }) => ({ followerIds: [...except(followerIds, personId), personId] })),
  "topic.unfollowed": (tx, { payload: { id, personId } }: Change<{ id: string; personId: string }>) =>
    tx.topics.patch(id, ({ followerIds }) => ({ followerIds: except(followerIds, personId) })),
});

const except = (ids: string[], id: string) => ids.filter((one) => one !== id);
