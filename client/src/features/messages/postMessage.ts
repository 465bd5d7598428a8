import type { AttachmentResponse, EnvelopeRequest, MessageResponse, Request } from "../../kernel/api/types";
import { type Command, newId } from "../../kernel/replica";
import { type Place, placeOf, postPath } from "./place";

export interface NewMessage {
  authorId: string;
  /** Markdown, and what the writer saw of it: shown until the server's own rendering comes. */
  body: string;
  html: string;
  quote?: MessageResponse["quote"];
  attachments?: AttachmentResponse[];
  envelope?: EnvelopeRequest;
  /** When the newest one here was posted: a clock that is slow must not put mine above it. */
  after?: string;
}

export function postMessage(
  place: Place,
  { body, quote = null, attachments = [], envelope, after, ...rest }: NewMessage,
): Command {
  const id = newId();
  const payload = messageOf(place, { ...rest, id, body, quote, attachments, postedAt: postedAfter(after) });
  return {
    spaceId: place.spaceId,
    method: "POST",
    path: postPath(place),
    body: {
      id,
      body,
      ...(place.kind === "thread" ? { threadId: place.id } : {}),
      ...(quote ? { quoteId: quote.messageId } : {}),
      ...(attachments.length > 0 ? { attachmentIds: attachments.map((one) => one.id) } : {}),
      ...(envelope ? { envelope } : {}),
    } satisfies Request<"PostMessage">,
    predicts: [{ kind: "message.posted", itemId: id, payload }],
  };
}

type Written = Pick<MessageResponse, "id" | "authorId" | "body" | "html" | "quote" | "attachments" | "postedAt">;

export const messageOf = (place: Place, written: Written): MessageResponse => ({
  spaceId: place.spaceId,
  place: placeOf(place),
  threadId: place.kind === "thread" ? place.id : null,
  reactions: [],
  asks: [],
  informs: 0,
  replyCount: 0,
  editedAt: null,
  deletedAt: null,
  ...written,
});

function postedAfter(newest: string | undefined): string {
  const now = new Date().toISOString();
  return newest && newest >= now ? new Date(Date.parse(newest) + 1).toISOString() : now;
}
