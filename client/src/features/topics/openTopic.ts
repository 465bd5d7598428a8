import type { AttachmentResponse, EnvelopeRequest, Request, TopicResponse } from "../../kernel/api/types";
import { type Command, newId } from "../../kernel/replica";
import { messageOf } from "../messages/postMessage";

export interface NewTopic {
  spaceId: string;
  authorId: string;
  title: string;
  body: string;
  html: string;
  attachments: AttachmentResponse[];
  envelope?: EnvelopeRequest;
}

export function openTopic({ spaceId, authorId, title, attachments, envelope, ...written }: NewTopic): Command {
  const [id, messageId, now] = [newId(), newId(), new Date().toISOString()];
  const place = { kind: "topic", id, spaceId } as const;
  const topic: TopicResponse = {
    id,
    spaceId,
    title,
    openedBy: authorId,
    openedAt: now,
    openingMessageId: messageId,
    followerIds: [authorId],
    closure: null,
    earlierClosure: null,
    messageCount: 1,
    lastMessageAt: now,
  };
  const message = messageOf(place, { ...written, id: messageId, authorId, attachments, quote: null, postedAt: now });
  return {
    spaceId,
    method: "POST",
    path: `/spaces/${spaceId}/topics`,
    body: {
      id,
      title,
      messageId,
      body: written.body,
      ...(attachments.length > 0 ? { attachmentIds: attachments.map((one) => one.id) } : {}),
      ...(envelope ? { envelope } : {}),
    } satisfies Request<"OpenTopic">,
    predicts: [{ kind: "topic.opened", itemId: id, payload: { topic, message } }],
  };
}
