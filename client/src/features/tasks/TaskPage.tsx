import { TaskPanel } from "./TaskPanel";

/** A task as a page of its own. */
export function TaskPage({ taskId }: { taskId: string }) {
  return <TaskPanel taskId={taskId} />;
}
