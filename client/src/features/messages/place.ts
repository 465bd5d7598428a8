import type { MessagePlace, MessageResponse } from "../../kernel/api/types";

/** Where messages stand: a space's chat, a thread of it, a topic, or the comments of a task. */
export interface Place {
  kind: "chat" | "thread" | "topic" | "task";
  /** The space's, root message's, topic's or task's id: also the id of the stream in the replica. */
  id: string;
  spaceId: string;
}

/** Below `/api`: where its messages are read. */
export function streamPath({ kind, id }: Place): string {
  const paths = {
    chat: `/spaces/${id}/messages`,
    thread: `/messages/${id}/replies`,
    topic: `/topics/${id}/messages`,
    task: `/tasks/${id}/messages`,
  };
  return paths[kind];
}

/** Below `/api`: where a message is posted. A thread belongs to its space's chat. */
export const postPath = (place: Place): string =>
  place.kind === "thread" ? `/spaces/${place.spaceId}/messages` : streamPath(place);

/** How a message names its place: a thread is a part of the chat. */
export const placeOf = ({ kind, id, spaceId }: Place): MessagePlace =>
  kind === "thread" ? { kind: "chat", id: spaceId } : { kind, id };

export const draftOf = ({ kind, id }: Place): string => `${kind}:${id}`;

/** The order of messages: by time, then id. Sorts as text. */
export const orderOf = ({ postedAt, id }: Pick<MessageResponse, "postedAt" | "id">): string => `${postedAt} ${id}`;

/** Before and after every message. */
export const [first, last] = ["", "\uffff"];

export const linkTo = (messageId: string): string => `${location.origin}/m/${messageId}`;
