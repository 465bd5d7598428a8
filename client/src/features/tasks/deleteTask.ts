import type { Command, TaskRow } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

export const deleteTask = (task: TaskPlace, at = new Date().toISOString()): Command =>
  onTask(task, { method: "DELETE", predicts: [["task.deleted", { deletedAt: at }]] });

/** The way back from `deleteTask`; `task` is the row as it stood. */
export const restoreTask = ({ sync: _, assigneeIds: _ids, words: _words, ...task }: TaskRow): Command =>
  onTask(task, {
    method: "POST",
    path: "/restoration",
    predicts: [["task.restored", { ...task, deletedAt: null }]],
  });
