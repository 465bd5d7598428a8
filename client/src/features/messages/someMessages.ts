import type { MessageResponse, SpaceResponse, TopicResponse } from "../../kernel/api/types";

/** Rows for tests: Launch with Ada and Ben, its chat and a topic. */
export const space: SpaceResponse = {
  id: "space",
  kind: "group",
  name: "Launch",
  description: "",
  colour: "teal",
  emoji: "",
  key: "LAU",
  archivedAt: null,
  createdAt: "2026-11-01T00:00:00.000Z",
  role: "member",
  can: ["message.post", "message.react", "message.edit.own", "message.delete.own", "topic.open"],
  version: 1,
  dutyIds: [],
  pin: null,
  mutedUntil: null,
  memberIds: ["ada", "ben"],
};

export const message = (id: string, more: Partial<MessageResponse> = {}): MessageResponse => ({
  id,
  spaceId: "space",
  place: { kind: "chat", id: "space" },
  threadId: null,
  authorId: "ben",
  body: id,
  html: `<p>${id}</p>`,
  quote: null,
  attachments: [],
  reactions: [],
  asks: [],
  informs: 0,
  replyCount: 0,
  postedAt: "2026-11-23T09:00:00.000Z",
  editedAt: null,
  deletedAt: null,
  ...more,
});

export const topic = (id: string, more: Partial<TopicResponse> = {}): TopicResponse => ({
  id,
  spaceId: "space",
  title: "Where do we launch?",
  openedBy: "ben",
  openedAt: "2026-11-23T09:00:00.000Z",
  openingMessageId: `${id}-opening`,
  followerIds: ["ben"],
  closure: null,
  earlierClosure: null,
  messageCount: 1,
  lastMessageAt: "2026-11-23T09:00:00.000Z",
  ...more,
});
