import { Stack, Text, Title } from "@mantine/core";
import { useRows } from "../../kernel/replica";

export function Board({ spaceId }: { spaceId: string }) {
  const lists = useRows((db) => db.lists.where({ spaceId }).sortBy("orderKey"), [spaceId]);
  return (
    <Stack p="md">
      {lists?.map((list) => (
        <Title key={list.id} order={2}>
          {list.name}
        </Title>
      ))}
      <Tasks spaceId={spaceId} />
    </Stack>
  );
}

function Tasks({ spaceId }: { spaceId: string }) {
  const tasks = useRows((db) => db.tasks.where({ spaceId }).toArray(), [spaceId]);
  return tasks?.map((task) => <Text key={task.id}>{task.title}</Text>);
}
