import { beforeEach, expect, test } from "vitest";
import { type Replica, submit } from "../../kernel/replica";
import { applyChanges } from "../../kernel/replica/receive";
import { change, newReplica } from "../../kernel/testing/TestServer";
import { isOnBoard } from "./board/cards";
import { changeTask } from "./changeTask";
import { createTask } from "./createTask";
import "./taskChanges";
import { at, list, task } from "./testing/board";

let db: Replica;
let version: number;
beforeEach(async () => {
  db = await newReplica();
  version = 0;
  await db.positions.bulkPut([
    { spaceId: "s", version: 0 },
    { spaceId: "other", version: 0 },
  ]);
  await hear("list.created", list("todo"));
  await hear("task.created", task("t"));
});

const hear = (kind: string, payload: { id: string }) => applyChanges(db, [change("s", ++version, kind, payload)]);
const here = () => db.tasks.get("t");

test("a change merges its fields and leaves out what was before", async () => {
  await hear("task.changed", { id: "t", ...{ title: "Mend it", before: { title: "Fix" } } });

  expect(await here()).toMatchObject({ title: "Mend it", priority: "normal", key: "WEB-142" });
  expect(await here()).not.toHaveProperty("before");
});

test.each([
  ["task.assigned", { personId: "ben", state: "none" }, { assignees: [{ personId: "ben", state: "none" }] }],
  ["task.progressed", { personId: "ben", state: "doing" }, { assignees: [{ personId: "ben", state: "doing" }] }],
  ["task.watched", { personId: "ben" }, { watcherIds: ["ben"] }],
  ["task.labelled", { labelId: "l" }, { labelIds: ["l"] }],
  ["task.attached", { attachment: { id: "a", name: "plan.pdf" } }, { attachments: [{ id: "a", name: "plan.pdf" }] }],
  ["checklist.added", { item: { id: "i", text: "One" } }, { checklist: [{ id: "i", text: "One" }] }],
  [
    "task.moved",
    { listId: "done", orderKey: "a5", completedAt: at },
    { listId: "done", orderKey: "a5", completedAt: at },
  ],
  ["task.archived", { archivedAt: at }, { archivedAt: at }],
  ["task.deleted", { deletedAt: at }, { deletedAt: at }],
])("%s twice is as once", async (kind, payload, expected) => {
  await hear(kind, { id: "t", ...payload });
  await hear(kind, { id: "t", ...payload });

  expect(await here()).toMatchObject(expected);
});

test.each([
  ["task.assigned", { personId: "ben", state: "none" }, "task.unassigned", { personId: "ben" }, "assignees"],
  ["task.watched", { personId: "ben" }, "task.unwatched", { personId: "ben" }, "watcherIds"],
  ["task.labelled", { labelId: "l" }, "task.unlabelled", { labelId: "l" }, "labelIds"],
  ["task.attached", { attachment: { id: "a" } }, "task.detached", { attachmentId: "a" }, "attachments"],
  ["checklist.added", { item: { id: "i", text: "One" } }, "checklist.removed", { itemId: "i" }, "checklist"],
] as const)("%s is taken back by its counterpart, twice as once", async (kind, payload, back, without, field) => {
  await hear(kind, { id: "t", ...payload });
  await hear(back, { id: "t", ...without });
  await hear(back, { id: "t", ...without });

  expect((await here())?.[field]).toEqual([]);
});

test("an item of the checklist changes in its own fields alone", async () => {
  const item = { id: "i", text: "One", ownerId: null, due: null, done: false, orderKey: "a0" };
  await hear("checklist.added", { id: "t", ...{ item } });
  await hear("checklist.changed", { id: "t", ...{ item: { id: "i", done: true, before: { done: false } } } });

  expect((await here())?.checklist).toEqual([{ ...item, done: true }]);
});

test("a task that moved to another space is there, in whichever order the two streams come", async () => {
  const arrived = change("other", 1, "task.arrived", task("t", { spaceId: "other", listId: "x" }));
  const departed = change("s", 3, "task.departed", { id: "t", ...{ toSpaceId: "other" } });

  await applyChanges(db, [arrived]);
  await applyChanges(db, [departed]);
  expect((await here())?.spaceId).toBe("other");

  await applyChanges(db, [change("other", 2, "task.departed", { id: "t" })]);
  expect(await here()).toBeUndefined();
  await applyChanges(db, [change("s", 4, "task.arrived", task("t"))]);
  expect((await here())?.spaceId).toBe("s");
});

test("a deleted task comes back whole", async () => {
  await hear("task.deleted", { id: "t", ...{ deletedAt: at } });
  await hear("task.restored", task("t", { title: "Back" }));

  expect(await here()).toMatchObject({ title: "Back", deletedAt: null });
});

test("the number that the server gave stays while my making of the task still waits for its answer", async () => {
  await submit(db, createTask(list("todo"), "ada", { id: "new", title: "Draw it", orderKey: "a1" }, at));
  await submit(db, changeTask({ id: "new", spaceId: "s" }, { title: "Draw it well" }));
  expect(await db.tasks.get("new")).toMatchObject({ key: "", title: "Draw it well", sync: "pending" });

  await hear("task.created", task("new", { key: "WEB-143", number: 143, title: "Draw it", orderKey: "a1" }));

  expect(await db.tasks.get("new")).toMatchObject({ key: "WEB-143", title: "Draw it well", sync: "pending" });
});

test("lists and labels are made, changed, archived and brought back", async () => {
  await hear("list.changed", { id: "todo", ...{ wipLimit: 4, before: { wipLimit: null } } });
  await hear("list.archived", { id: "todo", ...{ archivedAt: at } });
  expect(await db.lists.get("todo")).toEqual(list("todo", { wipLimit: 4, archivedAt: at }));
  await hear("list.restored", { id: "todo", ...{ archivedAt: null } });
  expect((await db.lists.get("todo"))?.archivedAt).toBeNull();

  await hear("label.created", { id: "l", ...{ spaceId: "s", name: "Bug", colour: "red", archivedAt: null } });
  await hear("label.changed", { id: "l", ...{ name: "Fault" } });
  await hear("label.archived", { id: "l", ...{ archivedAt: at } });
  expect(await db.labels.get("l")).toMatchObject({ name: "Fault", colour: "red", archivedAt: at });
  await hear("label.restored", { id: "l", ...{ archivedAt: null } });
  expect((await db.labels.get("l"))?.archivedAt).toBeNull();
});

test("a task that comes out of the archive appears on a device that never had it", async () => {
  await hear("task.unarchived", task("old", { title: "Long put away" }));
  await hear("task.moved", task("older", { completedAt: null }));

  expect(await db.tasks.get("old")).toMatchObject({ title: "Long put away", archivedAt: null });
  expect(await db.tasks.get("older")).toMatchObject({ id: "older" });
});

test("a task finished long ago is off the board", () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

  expect(isOnBoard(task("t", { completedAt: ago(29) }))).toBe(true);
  expect(isOnBoard(task("t", { completedAt: ago(31) }))).toBe(false);
});
