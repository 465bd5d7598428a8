import type { SpaceRow, TopicRow } from "../../kernel/replica";

export const mayClose = (topic: TopicRow, space: SpaceRow, personId: string) =>
  space.can.includes("topic.close.any") || (space.can.includes("topic.close.own") && topic.openedBy === personId);
