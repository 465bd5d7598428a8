import type { Request } from "../../kernel/api/types";
import type { Command, LabelRow, ListRow, TaskRow } from "../../kernel/replica";
import { onTask } from "./onTask";

export interface Destination {
  list: Pick<ListRow, "id" | "spaceId" | "done">;
  orderKey: string;
  /** Who is in that space. */
  memberIds: string[];
  /** Those of its labels that are called like the task's, see `sameLabels`. */
  labelIds: string[];
}

/** Moves the task to another space. It gets a new number there, and leaves behind whom and what that space does not know. */
export function sendTask(
  { sync: _, assigneeIds: _ids, words: _words, ...task }: TaskRow,
  { list, orderKey, memberIds, labelIds }: Destination,
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
    labelIds,
    assignees: task.assignees.filter((one) => memberIds.includes(one.personId)),
    watcherIds: task.watcherIds.filter((one) => memberIds.includes(one)),
    checklist: task.checklist.map((item) =>
      item.ownerId && !memberIds.includes(item.ownerId) ? { ...item, ownerId: null } : item,
    ),
    completedAt: list.done ? (task.completedAt ?? at) : null,
  };
  const command = onTask(task, {
    method: "PUT",
    path: "/space",
    body: { spaceId, listId, orderKey } satisfies Request<"SendTask">,
    predicts: [["task.departed", { toSpaceId: spaceId }]],
  });
  return {
    ...command,
    predicts: [...command.predicts, { kind: "task.arrived", itemId: task.id, payload: there, spaceId }],
  };
}

/** What becomes of a task's labels in another space. */
export interface LabelsThere {
  /** Those of its labels that are called alike. An archived one is better than a second of that name. */
  ids: string[];
  /** Called like none of them. */
  missing: LabelRow[];
}

export function sameLabels(carried: LabelRow[], theirs: LabelRow[]): LabelsThere {
  const byName = new Map<string, LabelRow>();
  const first = [...theirs].sort((a, b) => Number(!!a.archivedAt) - Number(!!b.archivedAt) || (a.id < b.id ? -1 : 1));
  for (const label of first) {
    const name = label.name.toLowerCase();
    if (!byName.has(name)) byName.set(name, label);
  }
  const found = carried.map((label) => byName.get(label.name.toLowerCase())?.id);
  return {
    ids: [...new Set(found.flatMap((id) => id ?? []))],
    missing: carried.filter((_, index) => !found[index]),
  };
}
