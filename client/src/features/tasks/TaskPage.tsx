import { useTitle } from "../../kernel/ui";
import { TaskPanel, useTask } from "./TaskPanel";

/** A task as a page of its own. */
export function TaskPage({ taskId }: { taskId: string }) {
  const { task } = useTask(taskId);
  useTitle(task?.key, task?.title);
  return <TaskPanel taskId={taskId} wide />;
}
