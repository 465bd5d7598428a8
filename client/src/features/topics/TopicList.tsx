import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRows } from "../../kernel/replica";

export function TopicList({ spaceId }: { spaceId: string }) {
  const topics = useRows((db) => db.topics.where({ spaceId }).toArray(), [spaceId]);
  return (
    <Stack p="md">
      {topics?.map((topic) => (
        <Link key={topic.id} to="/s/$spaceId/topics/$topicId" params={{ spaceId, topicId: topic.id }}>
          {topic.title}
        </Link>
      ))}
    </Stack>
  );
}
