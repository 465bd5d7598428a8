import { useEffect } from "react";
import { useRows } from "../../kernel/replica";
import { useTitle } from "../../kernel/ui";
import { TaskPanel } from "./TaskPanel";

/** A task as a page of its own. */
export function TaskPage({ taskId }: { taskId: string }) {
  const task = useRows((db) => db.tasks.get(taskId), [taskId]);
  useTitle(task?.key, task?.title);

  // The button that led here is gone; a keyboard goes on from the page.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById("page")?.focus();
  }, []);
  return <TaskPanel taskId={taskId} wide />;
}
