import type { Command } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

export const archiveTask = (task: TaskPlace, at = new Date().toISOString()): Command =>
  onTask(task, { method: "PUT", path: "/archival", predicts: [["task.archived", { archivedAt: at }]] });

export const unarchiveTask = (task: TaskPlace): Command =>
  onTask(task, { method: "DELETE", path: "/archival", predicts: [["task.unarchived", { archivedAt: null }]] });
