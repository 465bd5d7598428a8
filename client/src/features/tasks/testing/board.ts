import type { Command, ListRow, Replica, SpaceRow, TaskRow } from "../../../kernel/replica";
import { applyChanges } from "../../../kernel/replica/receive";
import { change } from "../../../kernel/testing/TestServer";

export const at = "2026-11-23T09:00:00.000Z";

export const list = (id: string, more: Partial<ListRow> = {}): ListRow => ({
  id,
  spaceId: "s",
  name: id,
  colour: null,
  orderKey: "a0",
  wipLimit: null,
  done: false,
  archivedAt: null,
  ...more,
});

export const task = (id: string, more: Partial<TaskRow> = {}): TaskRow => ({
  id,
  spaceId: "s",
  number: 142,
  key: "WEB-142",
  listId: "todo",
  orderKey: "a0",
  title: "Fix the sign-in page",
  description: "",
  descriptionHtml: "",
  priority: "normal",
  labelIds: [],
  assignees: [],
  watcherIds: [],
  start: null,
  due: null,
  estimateMinutes: null,
  checklist: [],
  attachments: [],
  commentCount: 0,
  createdBy: "ada",
  createdAt: at,
  completedAt: null,
  archivedAt: null,
  deletedAt: null,
  ...more,
});

export const space = (more: Partial<SpaceRow> = {}): SpaceRow => ({
  id: "s",
  kind: "group",
  name: "Launch",
  description: "",
  colour: "teal",
  emoji: "",
  key: "WEB",
  archivedAt: null,
  createdAt: at,
  role: "member",
  can: ["task.edit", "task.move", "task.create", "task.delete", "message.post"],
  version: 1,
  pin: null,
  dutyIds: [],
  mutedUntil: null,
  memberIds: ["ada", "ben"],
  ...more,
});

/** What the server would announce for a command, at the versions that follow. */
export async function announce(db: Replica, command: Command): Promise<void> {
  for (const { kind, payload, spaceId = command.spaceId } of command.predicts) {
    const version = ((await db.positions.get(spaceId))?.version ?? 0) + 1;
    await applyChanges(db, [change(spaceId, version, kind, payload as { id: string })]);
  }
}
