import type { ChecklistItem } from "../../../kernel/api/types";
import { type Command, newId } from "../../../kernel/replica";
import { onTask, type TaskPlace } from "../onTask";

export function addItem(task: TaskPlace, text: string, orderKey: string, id = newId()): Command {
  const item: ChecklistItem = { id, text: text.trim(), ownerId: null, due: null, done: false, orderKey };
  return onTask(task, {
    method: "POST",
    path: "/checklist",
    body: { id, text: item.text, orderKey },
    predicts: [["checklist.added", { item }]],
  });
}
