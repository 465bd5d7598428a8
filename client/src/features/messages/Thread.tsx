import { useRows } from "../../kernel/replica";

/** A message of the chat with its replies, in the drawer. */
export function Thread({ messageId }: { messageId: string }) {
  const root = useRows((db) => db.messages.get(messageId), [messageId]);
  return <p>{root?.body}</p>;
}
