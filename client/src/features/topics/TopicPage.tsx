import { Title } from "@mantine/core";
import { useRows } from "../../kernel/replica";

export function TopicPage({ topicId }: { spaceId: string; topicId: string }) {
  const topic = useRows((db) => db.topics.get(topicId), [topicId]);
  return <Title order={2}>{topic?.title}</Title>;
}
