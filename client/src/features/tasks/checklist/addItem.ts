import type { ChecklistItem, Request } from "../../../kernel/api/types";
import { type Command, newId } from "../../../kernel/replica";
import { onTask, type TaskPlace } from "../onTask";
import { changeItem } from "./changeItem";

export function addItem(
  task: TaskPlace,
  text: string,
  orderKey: string,
  { id = newId(), ownerId = null, due = null }: Partial<Pick<ChecklistItem, "id" | "ownerId" | "due">> = {},
): Command {
  const item: ChecklistItem = { id, text: text.trim(), ownerId, due, done: false, orderKey };
  return onTask(task, {
    method: "POST",
    path: "/checklist",
    body: {
      id,
      text: item.text,
      orderKey,
      ...(ownerId ? { ownerId } : {}),
      ...(due ? { due } : {}),
    } satisfies Request<"AddChecklistItem">,
    predicts: [["checklist.added", { item }]],
  });
}

/**
 * The way back from `removeItem`. A removed item is gone for the server, so what comes back is a new one with the same words,
 * owner, date and place, ticked if it was.
 */
export function restoreItem(task: TaskPlace, { text, orderKey, ownerId, due, done }: ChecklistItem, id = newId()) {
  const added = addItem(task, text, orderKey, { id, ownerId, due });
  return done ? [added, changeItem(task, id, { done })] : [added];
}
