import { Text } from "@mantine/core";
import { useRows } from "../../kernel/replica";

export function TaskPanel({ taskId }: { taskId: string }) {
  const task = useRows((db) => db.tasks.get(taskId), [taskId]);
  return <Text p="md">{task?.title}</Text>;
}
