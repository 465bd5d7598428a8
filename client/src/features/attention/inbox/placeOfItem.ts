import type { InboxRow } from "../../../kernel/replica";

type Post = Pick<InboxRow, "post" | "postSpaceId">;

/** Where its post stands: beside the inbox in the drawer, or, of a topic, on its page. */
export function placeOfItem({ post, postSpaceId }: Post) {
  if (post.kind === "task") return { to: ".", search: (old: object) => ({ ...old, task: post.id }) } as const;
  if (post.place.kind === "task") {
    return { to: ".", search: (old: object) => ({ ...old, task: post.place.id, message: post.id }) } as const;
  }
  if (post.place.kind === "topic") {
    const params = { spaceId: postSpaceId, topicId: post.place.id };
    return { to: "/s/$spaceId/topics/$topicId", params, search: { message: post.id } } as const;
  }
  return { to: "/m/$messageId", params: { messageId: post.id } } as const;
}
