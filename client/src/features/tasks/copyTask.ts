import type { Request, TaskResponse } from "../../kernel/api/types";
import { type Command, newId, type TaskRow } from "../../kernel/replica";
import { blank } from "./createTask";

/** Another task with the same content, without its comments and how far people are. `id` is the copy's. */
export function copyTask(
  { sync: _, assigneeIds: _ids, words: _words, ...task }: TaskRow,
  { id = newId(), listId = task.listId, orderKey }: { id?: string; listId?: string; orderKey: string },
  meId: string,
  at = new Date().toISOString(),
): Command {
  return {
    spaceId: task.spaceId,
    method: "POST",
    path: `/tasks/${task.id}/copies`,
    body: { id, listId, orderKey } satisfies Request<"CopyTask">,
    predicts: [
      {
        kind: "task.created",
        itemId: id,
        payload: {
          ...task,
          ...blank,
          descriptionHtml: task.descriptionHtml,
          id,
          listId,
          orderKey,
          assignees: task.assignees.map((one) => ({ ...one, state: "none" })),
          attachments: task.attachments,
          checklist: task.checklist.map((item) => ({ ...item, id: newId(), done: false })),
          watcherIds: [],
          createdBy: meId,
          createdAt: at,
          completedAt: task.completedAt && at,
        } satisfies TaskResponse,
      },
    ],
  };
}
