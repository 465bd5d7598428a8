import type { Command, ListRow, TaskRow } from "../../kernel/replica";
import { onTask } from "./onTask";

/** Moves the task to another space. It gets a new number there, and leaves behind what the other space does not have. */
export function sendTask(
  { sync: _, assigneeIds: _ids, words: _words, ...task }: TaskRow,
  list: Pick<ListRow, "id" | "spaceId" | "done">,
  orderKey: string,
  memberIds: string[],
  at = new Date().toISOString(),
): Command {
  const { id: listId, spaceId } = list;
  const there = {
    ...task,
    spaceId,
    listId,
    orderKey,
    number: 0,
    key: "",
    labelIds: [],
    assignees: task.assignees.filter((one) => memberIds.includes(one.personId)),
    watcherIds: task.watcherIds.filter((one) => memberIds.includes(one)),
    completedAt: list.done ? (task.completedAt ?? at) : null,
  };
  const command = onTask(task, {
    method: "PUT",
    path: "/space",
    body: { spaceId, listId, orderKey },
    predicts: [["task.departed", { toSpaceId: spaceId }]],
  });
  return {
    ...command,
    predicts: [...command.predicts, { kind: "task.arrived", itemId: task.id, payload: there, spaceId }],
  };
}
