import type { Request } from "../../kernel/api/types";
import type { Command, ListRow, TaskRow } from "../../kernel/replica";
import { onTask } from "./onTask";

/** To another place on the board. A list that is `done` completes the task, any other opens it again. */
export const moveTask = (
  task: Pick<TaskRow, "id" | "spaceId" | "completedAt">,
  list: Pick<ListRow, "id" | "done">,
  orderKey: string,
  at = new Date().toISOString(),
): Command =>
  onTask(task, {
    method: "PUT",
    path: "/position",
    body: { listId: list.id, orderKey } satisfies Request<"MoveTask">,
    predicts: [["task.moved", { listId: list.id, orderKey, completedAt: list.done ? (task.completedAt ?? at) : null }]],
  });
