import type { AskResponse, InboxItem } from "../../../kernel/api/types";

/** For tests: what Ben asks Ada in the chat of Launch. */
export const item = (id: string, more: Partial<InboxItem> = {}): InboxItem => ({
  id,
  spaceId: "space",
  post: { kind: "message", id: `${id}-post`, place: { kind: "chat", id: "space" } },
  senderId: "ben",
  subject: "Which colour for the banner?",
  role: "decide",
  why: { kind: "named", ofId: null },
  urgency: "inTime",
  oneOf: false,
  effort: null,
  ifSilent: "",
  addressedAt: "2026-11-23T08:00:00.000Z",
  deliveredAt: "2026-11-23T09:00:00.000Z",
  respondBy: "2026-11-25T15:00:00.000Z",
  state: "delivered",
  commitAt: null,
  delegatedToId: null,
  note: "",
  snoozedUntil: null,
  ...more,
});

export const ask = (id: string, more: Partial<AskResponse> = {}): AskResponse => ({
  id,
  personId: "ada",
  role: "decide",
  respondBy: "2026-11-25T15:00:00.000Z",
  state: "open",
  commitAt: null,
  delegatedToId: null,
  note: "",
  ...more,
});
