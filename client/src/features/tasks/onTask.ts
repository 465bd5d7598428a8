import type { Command, TaskRow } from "../../kernel/replica";

export type TaskPlace = Pick<TaskRow, "id" | "spaceId">;

interface Write {
  method: Command["method"];
  /** Below the task's own path. */
  path?: string;
  body?: unknown;
  predicts: [kind: string, payload: object][];
}

/** A command on a task that is there; each prediction's payload gets the task's id. */
export const onTask = (task: TaskPlace, { method, path = "", body, predicts }: Write): Command => ({
  spaceId: task.spaceId,
  method,
  path: `/tasks/${task.id}${path}`,
  ...(body === undefined ? {} : { body }),
  predicts: predicts.map(([kind, payload]) => ({ kind, itemId: task.id, payload: { id: task.id, ...payload } })),
});
