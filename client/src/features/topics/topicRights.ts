import type { SpaceRow, TopicRow } from "../../kernel/replica";

/** What I may do with a topic, from what the server says I may do in its space. */
export interface TopicRights {
  /** And reopen. */
  close: boolean;
  rename: boolean;
  follow: boolean;
}

export function topicRights(
  topic: Pick<TopicRow, "openedBy">,
  { can }: Pick<SpaceRow, "can">,
  meId: string,
): TopicRights {
  return {
    close: can.includes("topic.close.any") || (can.includes("topic.close.own") && topic.openedBy === meId),
    rename: can.includes("topic.rename"),
    follow: can.includes("message.post"),
  };
}
