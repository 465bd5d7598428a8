import type { MessageResponse } from "../../kernel/api/types";
import { type Change, type ChangeTx, registerChanges } from "../../kernel/replica";

type Edit = Pick<MessageResponse, "id" | "body" | "html" | "editedAt" | "informs">;
interface Reaction {
  id: string;
  emoji: string;
  personId: string;
}
type Reactions = MessageResponse["reactions"];

registerChanges({
  "message.posted": (tx, { payload }: Change<MessageResponse>) => receiveMessage(tx, payload),
  "message.edited": (tx, { payload: { id, ...edit } }: Change<Edit>) => tx.messages.patch(id, edit),
  "message.deleted": (tx, { payload: { id, deletedAt } }: Change<{ id: string; deletedAt: string }>) =>
    tx.messages.patch(id, { deletedAt, body: "", html: "", quote: null, attachments: [], reactions: [] }),
  // One that was never read here comes with its page; alone it would look as if nothing stood between.
  "message.restored": (tx, { payload }: Change<MessageResponse>) => tx.messages.patch(payload.id, payload),
  "message.reacted": (tx, { payload: { id, emoji, personId } }: Change<Reaction>) =>
    tx.messages.patch(id, ({ reactions }) => ({ reactions: withReaction(reactions, emoji, personId) })),
  "message.unreacted": (tx, { payload: { id, emoji, personId } }: Change<Reaction>) =>
    tx.messages.patch(id, ({ reactions }) => ({ reactions: withoutReaction(reactions, emoji, personId) })),
});

/** A new message and what it counts up: its topic, its task, the root of its thread. One that is here counts once. */
export async function receiveMessage(tx: ChangeTx, message: MessageResponse): Promise<void> {
  const known = await tx.messages.get(message.id);
  await tx.messages.put(message);
  if (known) return;
  const { place, threadId, postedAt } = message;
  if (threadId) await tx.messages.patch(threadId, ({ replyCount }) => ({ replyCount: replyCount + 1 }));
  if (place.kind === "task") await tx.tasks.patch(place.id, ({ commentCount }) => ({ commentCount: commentCount + 1 }));
  if (place.kind === "topic") {
    await tx.topics.patch(place.id, ({ messageCount, lastMessageAt }) => ({
      messageCount: messageCount + 1,
      ...(postedAt > lastMessageAt ? { lastMessageAt: postedAt } : {}),
    }));
  }
}

function withReaction(reactions: Reactions, emoji: string, personId: string): Reactions {
  const personIds = reactions.find((one) => one.emoji === emoji)?.personIds ?? [];
  if (personIds.includes(personId)) return reactions;
  if (personIds.length === 0) return [...reactions, { emoji, personIds: [personId] }];
  return reactions.map((one) => (one.emoji === emoji ? { emoji, personIds: [...personIds, personId] } : one));
}

function withoutReaction(reactions: Reactions, emoji: string, personId: string): Reactions {
  return reactions
    .map((one) =>
      one.emoji === emoji ? { emoji, personIds: one.personIds.filter((other) => other !== personId) } : one,
    )
    .filter((one) => one.personIds.length > 0);
}
