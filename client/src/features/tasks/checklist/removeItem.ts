import type { Command } from "../../../kernel/replica";
import { onTask, type TaskPlace } from "../onTask";

export const removeItem = (task: TaskPlace, itemId: string): Command =>
  onTask(task, { method: "DELETE", path: `/checklist/${itemId}`, predicts: [["checklist.removed", { itemId }]] });
