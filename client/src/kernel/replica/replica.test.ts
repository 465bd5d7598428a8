import { beforeEach, expect, test } from "vitest";
import { change, newReplica, refused, registerPlainChanges } from "../testing/TestServer";
import type { Command, Replica } from "./db";
import { dropLost, lostOf, takeUntold } from "./lost";
import { confirm, discard, refuse, retry, sendable, submit } from "./outbox";
import { applyChanges, applySnapshot, forget, keepMissing } from "./receive";
import {
  type ListRow,
  type MemberRow,
  type MessageRow,
  memberKey,
  type PersonRow,
  type SpaceRow,
  type TaskRow,
} from "./rows";

registerPlainChanges();

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 0 });
  await applyChanges(db, [change("s", 1, "list.created", list("l", { name: "To do", colour: "blue" }))]);
});

const list = (id: string, more: Partial<ListRow> = {}): ListRow => ({
  id,
  spaceId: "s",
  name: "To do",
  colour: null,
  orderKey: "a0",
  wipLimit: null,
  done: false,
  archivedAt: null,
  ...more,
});

const space = (id: string): SpaceRow => ({
  id,
  kind: "group",
  name: "Launch",
  description: "",
  colour: "teal",
  emoji: "",
  key: "LAU",
  archivedAt: null,
  createdAt: "2026-11-01T00:00:00.000Z",
  role: "member",
  can: [],
  version: 5,
  pin: null,
  dutyIds: [],
  mutedUntil: null,
  memberIds: [],
});

const message = (id: string, more: object) =>
  ({
    id,
    spaceId: "s",
    place: { kind: "chat", id: "s" },
    threadId: null,
    reactions: [],
    ...more,
  }) as unknown as MessageRow;

const memberOf = (spaceId: string, personId: string): MemberRow => ({
  id: memberKey(spaceId, personId),
  spaceId,
  personId,
  role: "member",
  joinedAt: "2026-11-23",
  historyFrom: null,
});

const rename = (id: string, name: string): Command => ({
  spaceId: "s",
  method: "PATCH",
  path: `/lists/${id}`,
  body: { name },
  predicts: [{ kind: "list.changed", itemId: id, payload: { id, name } }],
});

const create = (id: string, name: string): Command => ({
  spaceId: "s",
  method: "POST",
  path: "/spaces/s/lists",
  body: { id, name },
  predicts: [{ kind: "list.created", itemId: id, payload: list(id, { name }) }],
});

const seqOf = async (id: string) => (await db.outbox.where({ id }).first())?.seq ?? -1;

test("a command paints at once and is marked pending", async () => {
  await submit(db, rename("l", "Next"));

  expect(await db.lists.get("l")).toMatchObject({ name: "Next", colour: "blue", sync: "pending" });
  expect(await db.outbox.count()).toBe(1);
  expect((await db.shadows.get("lists:l"))?.row).toMatchObject({ name: "To do" });
});

test("a confirmed command leaves no trace once its change has arrived", async () => {
  const id = await submit(db, rename("l", "Next"));

  await confirm(db, await seqOf(id), [{ spaceId: "s", version: 2 }]);
  expect(await db.lists.get("l")).toMatchObject({ name: "Next", sync: "pending" });

  await applyChanges(db, [change("s", 2, "list.changed", { id: "l", ...{ name: "Next" } })]);
  expect(await db.lists.get("l")).toEqual(list("l", { name: "Next", colour: "blue" }));
  expect(await db.outbox.count()).toBe(0);
  expect(await db.shadows.count()).toBe(0);
});

test("a change that overtakes its answer confirms it just as well", async () => {
  const id = await submit(db, rename("l", "Next"));
  await applyChanges(db, [change("s", 2, "list.changed", { id: "l", ...{ name: "Next" } })]);

  await confirm(db, await seqOf(id), [{ spaceId: "s", version: 2 }]);

  expect(await db.outbox.count()).toBe(0);
  expect((await db.lists.get("l"))?.sync).toBeUndefined();
});

test("edits of different fields by two people both stay", async () => {
  await submit(db, rename("l", "Next"));

  await applyChanges(db, [change("s", 2, "list.changed", { id: "l", ...{ colour: "red" } })]);

  expect(await db.lists.get("l")).toMatchObject({ name: "Next", colour: "red", sync: "pending" });
});

test("my pending edit of the same field stays on top until the server decides", async () => {
  const id = await submit(db, rename("l", "Mine"));
  await applyChanges(db, [change("s", 2, "list.changed", { id: "l", ...{ name: "Ben's" } })]);
  expect((await db.lists.get("l"))?.name).toBe("Mine");

  await refuse(db, await seqOf(id), refused(403, "list-manage").details);

  expect(await db.lists.get("l")).toMatchObject({ name: "Ben's", sync: "refused" });
});

test("several commands on one row are applied again in their order", async () => {
  const first = await submit(db, rename("l", "One"));
  await submit(db, rename("l", "Two"));

  await applyChanges(db, [change("s", 2, "list.changed", { id: "l", ...{ name: "One" } })]);
  await confirm(db, await seqOf(first), [{ spaceId: "s", version: 2 }]);

  expect(await db.lists.get("l")).toMatchObject({ name: "Two", sync: "pending" });
});

test("a refused making stays visible with its reason, and what needs it waits", async () => {
  const made = await submit(db, create("new", "Review"));
  await submit(db, rename("new", "Review it"));
  await submit(db, rename("l", "Next"));

  await refuse(db, await seqOf(made), refused(409, "too-many-lists").details);

  expect(await db.lists.get("new")).toMatchObject({ name: "Review it", sync: "refused" });
  expect((await db.outbox.where({ id: made }).first())?.problem?.code).toBe("too-many-lists");
  expect((await sendable(db)).map((entry) => entry.path)).toEqual(["/lists/l"]);
});

test("a refused making that is sent again takes its followers along", async () => {
  const made = await submit(db, create("new", "Review"));
  await submit(db, rename("new", "Review it"));
  await refuse(db, await seqOf(made), refused(400, "invalid").details);

  await retry(db, await seqOf(made), { body: { id: "new", name: "Shorter" } });

  expect((await sendable(db)).map((entry) => entry.method)).toEqual(["POST", "PATCH"]);
  expect((await db.lists.get("new"))?.sync).toBe("pending");
});

test("discarding a refused making takes its row and its followers away", async () => {
  const made = await submit(db, create("new", "Review"));
  await submit(db, rename("new", "Review it"));
  await refuse(db, await seqOf(made), refused(409, "too-many-lists").details);

  await discard(db, await seqOf(made));

  expect(await db.lists.get("new")).toBeUndefined();
  expect(await db.outbox.count()).toBe(0);
  expect(await db.shadows.count()).toBe(0);
});

test("a row that the server removes under a pending edit goes", async () => {
  await submit(db, rename("l", "Next"));

  await applyChanges(db, [change("s", 2, "list.removed", { id: "l" })]);

  expect(await db.lists.get("l")).toBeUndefined();
});

test("known versions are skipped and a gap stops its space alone", async () => {
  await db.positions.put({ spaceId: "t", version: 7 });

  const { gaps } = await applyChanges(db, [
    change("s", 1, "list.changed", { id: "l", ...{ name: "Old news" } }),
    change("s", 3, "list.changed", { id: "l", ...{ name: "Too early" } }),
    change("t", 8, "list.created", list("x", { spaceId: "t" })),
  ]);

  expect(gaps).toEqual(["s"]);
  expect((await db.lists.get("l"))?.name).toBe("To do");
  expect((await db.positions.get("t"))?.version).toBe(8);
  expect(await db.lists.get("x")).toBeDefined();
});

test("a snapshot replaces a space and keeps what waits on top of it", async () => {
  await submit(db, rename("l", "Mine"));
  await applyChanges(db, [change("s", 2, "list.created", list("old"))]);

  await applySnapshot(db, {
    version: 9,
    space: space("s"),
    people: [],
    members: [],
    lists: [list("l", { name: "Theirs", colour: "red" })],
    labels: [],
    tasks: [],
    topics: [],
    messages: [],
    inbox: [],
    hearing: [],
  });

  expect(await db.lists.toArray()).toHaveLength(1);
  expect(await db.lists.get("l")).toMatchObject({ name: "Mine", colour: "red", sync: "pending" });
  expect((await db.positions.get("s"))?.version).toBe(9);
});

test("a space that is no longer mine leaves nothing on the device", async () => {
  await db.spaces.put(space("s"));
  await submit(db, rename("l", "Mine"));
  await submit(db, create("new", "Review"));

  await forget(db, ["s"]);

  for (const table of [db.spaces, db.lists, db.outbox, db.shadows, db.positions]) expect(await table.count()).toBe(0);
});

test("a page that was read adds only what is missing", async () => {
  await keepMissing(db, "spaces", [space("s")]);
  await keepMissing(db, "spaces", [{ ...space("s"), name: "Stale" }]);

  expect((await db.spaces.get("s"))?.name).toBe("Launch");
});

test("what waits is there again after a reload", async () => {
  await submit(db, rename("l", "Next"));
  db.close();
  const { Replica } = await import("./db");

  const reopened = new Replica(db.personId);
  expect(await reopened.lists.get("l")).toMatchObject({ name: "Next", sync: "pending" });
  expect((await sendable(reopened)).map((entry) => entry.path)).toEqual(["/lists/l"]);
});

test("who wrote what stays on the device is still known by name when another space goes", async () => {
  const person = (id: string) => ({ id, name: id, roleText: "", picture: null, zone: "UTC" }) as PersonRow;
  await db.people.bulkPut(["author", "quoted", "assignee", "seated", "stranger"].map(person));
  await db.members.bulkPut([memberOf("s", "seated"), memberOf("t", "stranger")]);
  await db.messages.put(message("m", { authorId: "author", quote: { authorId: "quoted" } }));
  await db.tasks.put({ id: "k", spaceId: "s", title: "", assignees: [{ personId: "assignee" }] } as TaskRow);
  await db.messages.put(message("n", { spaceId: "t", authorId: "stranger" }));

  await forget(db, ["t"]);

  expect(await db.people.toCollection().primaryKeys()).toEqual(["assignee", "author", "quoted", "seated"]);
});

test("what was to be sent to a space that was taken away keeps its words, and is told once", async () => {
  await db.spaces.put(space("s"));
  await submit(db, create("new", "Review"));
  await submit(db, { ...create("step", ""), body: { id: "step", text: "Ask the printer" } });
  const sent = await submit(db, rename("l", "Next"));
  await confirm(db, await seqOf(sent), [{ spaceId: "s", version: 9 }]);

  await forget(db, ["s"]);

  const lost = await lostOf(db);
  expect(lost).toMatchObject([
    { kind: "list.created", space: "Launch", text: "Review" },
    { kind: "list.created", space: "Launch", text: "Ask the printer" },
  ]);
  expect([await takeUntold(db), await takeUntold(db)]).toEqual([2, 0]);
  for (const { id } of lost) await dropLost(db, id);
  expect(await lostOf(db)).toEqual([]);
});
