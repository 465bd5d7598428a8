import type { Command } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

export const watchTask = (task: TaskPlace, personId: string): Command =>
  onTask(task, { method: "PUT", path: `/watchers/${personId}`, predicts: [["task.watched", { personId }]] });

export const unwatchTask = (task: TaskPlace, personId: string): Command =>
  onTask(task, { method: "DELETE", path: `/watchers/${personId}`, predicts: [["task.unwatched", { personId }]] });
