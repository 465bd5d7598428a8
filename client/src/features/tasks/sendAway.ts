import type { Command, LabelRow, ListRow, Replica, TaskRow } from "../../kernel/replica";
import { assignPerson } from "./assignPerson";
import { changeItem } from "./checklist/changeItem";
import { labelTask } from "./labels/labelTask";
import { sameLabels, sendTask } from "./sendTask";
import { watchTask } from "./watchTask";

/** What going to another space means for a task. */
export interface Journey {
  command: Command;
  /** Labels that the other space gets for it. */
  brought: LabelRow[];
  /** Labels that I may not make there. */
  left: LabelRow[];
  /** Labels for which that space has no room. */
  noRoom: LabelRow[];
  /** Who is not in that space, and so is taken off it: assigned, watching or named in the checklist. */
  absentIds: string[];
}

/** The server's own limit, `Label.MaxPerSpace`. */
const mostLabels = 200;

export async function sendAway(db: Replica, task: TaskRow, list: ListRow, orderKey: string): Promise<Journey> {
  const space = await db.spaces.get(list.spaceId);
  const carried = (await db.labels.bulkGet(task.labelIds)).flatMap((label) => label ?? []);
  const theirs = await db.labels.where({ spaceId: list.spaceId }).toArray();
  const { ids, missing } = sameLabels(carried, theirs);
  const mayMake = space?.can.includes("label.manage");
  const room = Math.max(0, mostLabels - theirs.filter((label) => !label.archivedAt).length);
  const memberIds = space?.memberIds ?? [];
  const personIds = new Set([
    ...task.assignees.map((one) => one.personId),
    ...task.watcherIds,
    ...task.checklist.flatMap((item) => item.ownerId ?? []),
  ]);
  return {
    command: sendTask(task, { list, orderKey, memberIds, labelIds: ids }),
    brought: mayMake ? missing.slice(0, room) : [],
    left: mayMake ? [] : missing,
    noRoom: mayMake ? missing.slice(room) : [],
    absentIds: [...personIds].filter((id) => !memberIds.includes(id)),
  };
}

/** What a task that has come back lacks of how it stood before it went: whom and what the other space did not know. */
export function asBefore(before: TaskRow, back: TaskRow, labels: LabelRow[]): Command[] {
  const assigned = new Set(back.assignees.map((one) => one.personId));
  const owners = new Map(back.checklist.map((item) => [item.id, item.ownerId]));
  const open = new Set(labels.flatMap((label) => (label.archivedAt ? [] : label.id)));
  return [
    ...before.labelIds.filter((id) => open.has(id) && !back.labelIds.includes(id)).map((id) => labelTask(before, id)),
    ...before.assignees
      .filter((one) => !assigned.has(one.personId))
      .map((one) => assignPerson(back, one.personId, one.state)),
    ...before.watcherIds.filter((id) => !back.watcherIds.includes(id)).map((id) => watchTask(before, id)),
    ...before.checklist
      .filter((item) => item.ownerId && owners.get(item.id) === null)
      .map((item) => changeItem(before, item.id, { ownerId: item.ownerId })),
  ];
}
