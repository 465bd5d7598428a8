import type { ChecklistItem, Request } from "../../../kernel/api/types";
import { type Command, type ListRow, newId } from "../../../kernel/replica";
import { createTask } from "../createTask";
import { onTask, type TaskPlace } from "../onTask";

/** Makes the item a task of its own, with its owner and its date. */
export function promoteItem(
  task: TaskPlace,
  item: ChecklistItem,
  list: ListRow,
  orderKey: string,
  meId: string,
  id = newId(),
): Command {
  const { predicts } = createTask(list, meId, {
    id,
    title: item.text,
    orderKey,
    assigneeIds: item.ownerId ? [item.ownerId] : [],
    ...(item.due ? { due: { date: item.due, time: null, zone: null } } : {}),
  });
  const command = onTask(task, {
    method: "POST",
    path: `/checklist/${item.id}/promotion`,
    body: { id, listId: list.id, orderKey } satisfies Request<"PromoteChecklistItem">,
    predicts: [["checklist.removed", { itemId: item.id }]],
  });
  return { ...command, predicts: [...command.predicts, ...predicts] };
}
