import { Stack } from "@mantine/core";
import { useRows } from "../../kernel/replica";

export function Chat({ spaceId }: { spaceId: string }) {
  const messages = useRows(
    (db) =>
      db.messages
        .where("[streamId+postedAt]")
        .between([spaceId, ""], [spaceId, "\uffff"])
        .reverse()
        .limit(50)
        .toArray(),
    [spaceId],
  );
  return (
    <Stack p="md">
      {messages?.map((message) => (
        <p key={message.id}>{message.body}</p>
      ))}
    </Stack>
  );
}
