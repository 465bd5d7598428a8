import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { type Command, type Replica, submit } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { archiveTask, unarchiveTask } from "./archiveTask";
import { assignPerson, unassignPerson } from "./assignPerson";
import { attachFile, detachFile } from "./attachFile";
import { changeTask } from "./changeTask";
import { addItem, restoreItem } from "./checklist/addItem";
import { changeItem } from "./checklist/changeItem";
import { promoteItem } from "./checklist/promoteItem";
import { removeItem } from "./checklist/removeItem";
import { copyTask } from "./copyTask";
import { createTask } from "./createTask";
import { deleteTask, restoreTask } from "./deleteTask";
import { archiveLabel, changeLabel, restoreLabel } from "./labels/changeLabel";
import { createLabel } from "./labels/createLabel";
import { labelTask, unlabelTask } from "./labels/labelTask";
import { archiveList, changeList, restoreList } from "./lists/changeList";
import { createList } from "./lists/createList";
import { moveTask } from "./moveTask";
import { asBefore, sendAway } from "./sendAway";
import { sameLabels, sendTask } from "./sendTask";
import "./taskChanges";
import { announce, at, list, space, task } from "./testing/board";
import { unwatchTask, watchTask } from "./watchTask";

const item = { id: "i", text: "One", ownerId: "ben", due: "2026-11-27", done: false, orderKey: "a0" };
const file = {
  id: "f",
  uploadedById: "ada",
  name: "plan.pdf",
  size: 9,
  type: "application/pdf",
  width: null,
  height: null,
  url: "",
  preview: null,
};
const label = { id: "l", spaceId: "s", name: "Bug", colour: "red" as const, archivedAt: null };
const it = task("t", {
  checklist: [item],
  assignees: [{ personId: "ben", state: "doing" }],
  watcherIds: ["ada"],
  labelIds: ["l"],
  attachments: [file],
});

const there = { list: list("theirs", { spaceId: "other" }), orderKey: "a0", memberIds: ["ben"], labelIds: ["k"] };

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.bulkPut([
    { spaceId: "s", version: 0 },
    { spaceId: "other", version: 0 },
  ]);
  await db.spaces.bulkPut([space(), space({ id: "other" })]);
  await db.lists.bulkPut([
    list("todo"),
    list("done", { done: true, orderKey: "a1" }),
    list("theirs", { spaceId: "other" }),
  ]);
  await db.labels.put(label);
  await db.tasks.put(it);
});

const commands: [string, Command, string][] = [
  [
    "createTask",
    createTask(list("todo"), "ada", { id: "n", title: " Draw ", orderKey: "a1", assigneeIds: ["ben"] }, at),
    "POST /spaces/s/tasks",
  ],
  ["changeTask", changeTask(it, { title: "Mend", due: null }), "PATCH /tasks/t"],
  ["moveTask", moveTask(it, list("done", { done: true }), "a3", at), "PUT /tasks/t/position"],
  ["assignPerson", assignPerson(it, "ada"), "PUT /tasks/t/assignees/ada"],
  ["assignPerson, progress", assignPerson(it, "ben", "done"), "PUT /tasks/t/assignees/ben"],
  ["unassignPerson", unassignPerson(it, "ben"), "DELETE /tasks/t/assignees/ben"],
  ["watchTask", watchTask(it, "ben"), "PUT /tasks/t/watchers/ben"],
  ["unwatchTask", unwatchTask(it, "ada"), "DELETE /tasks/t/watchers/ada"],
  ["labelTask", labelTask(it, "k"), "PUT /tasks/t/labels/k"],
  ["unlabelTask", unlabelTask(it, "l"), "DELETE /tasks/t/labels/l"],
  ["attachFile", attachFile(it, { ...file, id: "g" }), "PUT /tasks/t/attachments/g"],
  ["detachFile", detachFile(it, "f"), "DELETE /tasks/t/attachments/f"],
  ["addItem", addItem(it, " Two ", "a1", { id: "j", ownerId: "ben", due: "2026-11-27" }), "POST /tasks/t/checklist"],
  ["changeItem", changeItem(it, "i", { done: true }), "PATCH /tasks/t/checklist/i"],
  ["removeItem", removeItem(it, "i"), "DELETE /tasks/t/checklist/i"],
  ["promoteItem", promoteItem(it, item, list("todo"), "a1", "ada", "n"), "POST /tasks/t/checklist/i/promotion"],
  ["archiveTask", archiveTask(it, at), "PUT /tasks/t/archival"],
  ["unarchiveTask", unarchiveTask(it), "DELETE /tasks/t/archival"],
  ["deleteTask", deleteTask(it, at), "DELETE /tasks/t"],
  ["restoreTask", restoreTask({ ...it, deletedAt: at }), "POST /tasks/t/restoration"],
  ["copyTask", copyTask(it, { id: "n", orderKey: "a1" }, "ada", at), "POST /tasks/t/copies"],
  ["sendTask", sendTask(it, there, at), "PUT /tasks/t/space"],
  ["createList", createList("s", " Review ", "a2", "n"), "POST /spaces/s/lists"],
  ["changeList", changeList(list("todo"), { wipLimit: 4 }), "PATCH /lists/todo"],
  ["archiveList", archiveList(list("todo"), at), "PUT /lists/todo/archival"],
  ["restoreList", restoreList(list("todo")), "DELETE /lists/todo/archival"],
  ["createLabel", createLabel("s", " Idea ", "violet", "n"), "POST /spaces/s/labels"],
  ["changeLabel", changeLabel(label, { colour: "blue" }), "PATCH /labels/l"],
  ["archiveLabel", archiveLabel(label, at), "PUT /labels/l/archival"],
  ["restoreLabel", restoreLabel(label), "DELETE /labels/l/archival"],
];

test.each(commands)("%s asks what the contract says", (_, { method, path }, expected) => {
  expect(`${method} ${path}`).toBe(expected);
});

const described = JSON.parse(readFileSync(`${import.meta.dirname}/../../../../docs/openapi.json`, "utf8")) as {
  paths: Record<string, object>;
};
const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map(
    (method) => `${method.toUpperCase()} ${path.replace("/api", "").replace(/\{\w+\}/g, ":id")}`,
  ),
);

test.each(commands)("%s is among the routes that the server describes", (_, { method, path }) => {
  const ids = /(?<=\/(?:spaces|lists|labels|tasks|assignees|watchers|attachments|checklist)\/)[^/]+/g;
  expect(routes).toContain(`${method} ${path.replace(ids, ":id")}`);
});

test.each(commands)("%s: once announced, it looks as it was painted", async (_, command) => {
  await submit(db, command);
  const painted = await rows();
  await db.outbox.clear();
  const fresh = await newReplica();
  await copy(db, fresh, before);
  await announce(fresh, command);

  expect(painted).toEqual(await rows(fresh));
});

let before: Awaited<ReturnType<typeof rows>>;
beforeEach(async () => {
  before = await rows();
});

async function rows(from = db) {
  const plain = ({ sync: _, assigneeIds: _ids, words: _words, ...row }: Record<string, unknown>) => row;
  const of = async (table: "lists" | "labels" | "tasks") =>
    (await from[table].orderBy("id").toArray()).map((row) => plain({ ...row }));
  return { lists: await of("lists"), labels: await of("labels"), tasks: await of("tasks") };
}

async function copy(_: Replica, to: Replica, rows: typeof before) {
  await to.positions.bulkPut([
    { spaceId: "s", version: 0 },
    { spaceId: "other", version: 0 },
  ]);
  await to.lists.bulkPut(rows.lists as never);
  await to.labels.bulkPut(rows.labels as never);
  await to.tasks.bulkPut(rows.tasks as never);
}

test("a list that is done completes a task, any other opens it again", async () => {
  await submit(db, moveTask(it, list("done", { done: true }), "a0", at));
  expect((await db.tasks.get("t"))?.completedAt).toBe(at);

  await submit(db, moveTask({ ...it, completedAt: at }, list("todo"), "a0"));
  expect((await db.tasks.get("t"))?.completedAt).toBeNull();
});

test("only the fields that changed are sent", () => {
  expect(changeTask(it, { title: "Mend" }).body).toEqual({ title: "Mend" });
  expect(changeTask(it, { due: null }).body).toEqual({ due: null });
});

test("a new description is not shown in the old rendering", async () => {
  await db.tasks.update("t", { description: "Old", descriptionHtml: "<p>Old</p>" });

  await submit(db, changeTask(it, { description: "New" }));

  expect(await db.tasks.get("t")).toMatchObject({ description: "New", descriptionHtml: "" });
});

test("sent to another space, a task leaves behind whom and what that space does not have", async () => {
  await submit(
    db,
    sendTask({ ...it, watcherIds: ["ada", "ben"], checklist: [{ ...item, ownerId: "ada" }] }, there, at),
  );

  expect(await db.tasks.get("t")).toMatchObject({
    spaceId: "other",
    listId: "theirs",
    labelIds: ["k"],
    watcherIds: ["ben"],
    assignees: [{ personId: "ben", state: "doing" }],
    checklist: [{ id: "i", ownerId: null }],
  });
});

test("labels are known again by their names", () => {
  const theirs = [
    { ...label, id: "k", name: "bug" },
    { ...label, id: "m", name: "Idea" },
    { ...label, id: "n", archivedAt: at },
  ];
  expect(sameLabels([label], theirs)).toEqual({ ids: ["k"], missing: [] });
  expect(sameLabels([label], theirs.slice(1))).toEqual({ ids: ["n"], missing: [] });
  expect(sameLabels([label], theirs.slice(1, 2))).toEqual({ ids: [], missing: [label] });
});

test("sending tells what the other space gets for the task, or else what stays behind, and who is taken off it", async () => {
  await db.spaces.update("other", { memberIds: ["ben"], can: ["task.create", "label.manage"] });
  const list = there.list;
  expect(await sendAway(db, it, list, "a0")).toMatchObject({ brought: [label], left: [], absentIds: ["ada"] });

  await db.spaces.update("other", { can: ["task.create"] });
  expect(await sendAway(db, it, list, "a0")).toMatchObject({ brought: [], left: [label], absentIds: ["ada"] });
});

test("labels for which the other space has no room are not called new", async () => {
  await db.spaces.update("other", { memberIds: ["ada", "ben"], can: ["task.create", "label.manage"] });
  const full = Array.from({ length: 200 }, (_, at) => ({
    ...label,
    id: `x${at}`,
    spaceId: "other",
    name: `Label ${at}`,
  }));
  await db.labels.bulkPut(full);
  const list = there.list;
  expect(await sendAway(db, it, list, "a0")).toMatchObject({ brought: [], left: [], noRoom: [label] });

  await db.labels.update("x0", { archivedAt: at });
  expect(await sendAway(db, it, list, "a0")).toMatchObject({ brought: [label], left: [], noRoom: [] });
});

test("a task that is brought back has again whom and what the other space did not know", async () => {
  await db.spaces.update("other", { memberIds: [], can: [] });
  await submit(db, (await sendAway(db, it, there.list, "a0")).command);
  const away = await db.tasks.get("t");
  expect(away).toMatchObject({ labelIds: [], assignees: [], watcherIds: [], checklist: [{ ownerId: null }] });

  await submit(db, (await sendAway(db, away ?? it, list("todo"), it.orderKey)).command);
  for (const command of asBefore(it, (await db.tasks.get("t")) ?? it, [label])) await submit(db, command);

  const { labelIds, assignees, watcherIds, checklist } = it;
  expect(await db.tasks.get("t")).toMatchObject({ spaceId: "s", labelIds, assignees, watcherIds, checklist });
});

test("a removed item comes back with its owner, its date, its tick and its place", async () => {
  const ticked = { ...item, done: true };
  await db.tasks.update("t", { checklist: [ticked] });
  await submit(db, removeItem(it, "i"));
  for (const command of restoreItem(it, ticked, "again")) await submit(db, command);

  expect((await db.tasks.get("t"))?.checklist).toEqual([{ ...ticked, id: "again" }]);
});

test("an item becomes a task with its owner and its date", async () => {
  await submit(db, promoteItem(it, item, list("todo"), "a1", "ada", "n"));

  expect((await db.tasks.get("t"))?.checklist).toEqual([]);
  expect(await db.tasks.get("n")).toMatchObject({
    title: "One",
    assignees: [{ personId: "ben", state: "none" }],
    due: { date: "2026-11-27", time: null, zone: null },
  });
});
