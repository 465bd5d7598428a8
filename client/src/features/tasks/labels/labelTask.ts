import type { Command } from "../../../kernel/replica";
import { onTask, type TaskPlace } from "../onTask";

export const labelTask = (task: TaskPlace, labelId: string): Command =>
  onTask(task, { method: "PUT", path: `/labels/${labelId}`, predicts: [["task.labelled", { labelId }]] });

export const unlabelTask = (task: TaskPlace, labelId: string): Command =>
  onTask(task, { method: "DELETE", path: `/labels/${labelId}`, predicts: [["task.unlabelled", { labelId }]] });
