import type { Request } from "../../../kernel/api/types";
import type { Command } from "../../../kernel/replica";
import { onTask, type TaskPlace } from "../onTask";

export interface ItemFields {
  text?: string;
  ownerId?: string | null;
  due?: string | null;
  done?: boolean;
  orderKey?: string;
}

export const changeItem = (task: TaskPlace, itemId: string, fields: ItemFields): Command =>
  onTask(task, {
    method: "PATCH",
    path: `/checklist/${itemId}`,
    body: fields satisfies Request<"ChangeChecklistItem">,
    predicts: [["checklist.changed", { item: { id: itemId, ...fields } }]],
  });
