import type { Priority, Request, TaskDate, TaskResponse } from "../../kernel/api/types";
import { type Command, type ListRow, newId } from "../../kernel/replica";

export interface NewTask {
  id?: string;
  title: string;
  orderKey: string;
  description?: string;
  priority?: Priority;
  assigneeIds?: string[];
  labelIds?: string[];
  start?: TaskDate;
  due?: TaskDate;
  estimateMinutes?: number;
}

/** The server gives the number and the rendered description; until then the task is without them. */
export function createTask(list: ListRow, meId: string, task: NewTask, at = new Date().toISOString()): Command {
  const { id = newId(), orderKey } = task;
  const title = task.title.trim();
  return {
    spaceId: list.spaceId,
    method: "POST",
    path: `/spaces/${list.spaceId}/tasks`,
    body: { ...task, id, title, listId: list.id } satisfies Request<"CreateTask">,
    predicts: [
      {
        kind: "task.created",
        itemId: id,
        payload: {
          ...blank,
          id,
          spaceId: list.spaceId,
          listId: list.id,
          orderKey,
          title,
          description: task.description ?? "",
          priority: task.priority ?? "normal",
          labelIds: task.labelIds ?? [],
          assignees: (task.assigneeIds ?? []).map((personId) => ({ personId, state: "none" })),
          start: task.start ?? null,
          due: task.due ?? null,
          estimateMinutes: task.estimateMinutes ?? null,
          watcherIds: [],
          createdBy: meId,
          createdAt: at,
          completedAt: list.done ? at : null,
        } satisfies TaskResponse,
      },
    ],
  };
}

/** What no new task has yet. */
export const blank = {
  number: 0,
  key: "",
  descriptionHtml: "",
  checklist: [],
  attachments: [],
  commentCount: 0,
  archivedAt: null,
  deletedAt: null,
};
