import Dexie from "dexie";
import { expect, test } from "vitest";
import { newReplica, registerPlainChanges } from "../testing/TestServer";
import { Replica } from "./db";
import { moveOutbox, openInMemory } from "./openReplica";
import { discard, sendable, submit } from "./outbox";
import { applySnapshot } from "./receive";
import { indexes, type ListRow } from "./rows";
import { isFull } from "./storage";

registerPlainChanges();

test("what waits on a full device goes on from memory, in its order", async () => {
  const [full, memory] = [await newReplica(), await openInMemory("ada")];
  for (const name of ["one", "two"]) {
    await submit(full, {
      spaceId: "s",
      method: "POST",
      path: `/spaces/s/lists/${name}`,
      predicts: [{ kind: "list.created", itemId: name, payload: { id: name, spaceId: "s", name } }],
    });
  }

  await moveOutbox(full, memory);

  expect((await sendable(memory)).map((entry) => entry.path)).toEqual(["/spaces/s/lists/one", "/spaces/s/lists/two"]);
  expect(await full.outbox.count()).toBe(0);
});

test("a replica in memory is nobody else's", async () => {
  const [one, other] = [await openInMemory("ada"), await openInMemory("ada")];
  await one.meta.put({ key: "lastSpace", value: "s" });

  expect(await other.meta.count()).toBe(0);
});

test("no room is known through whatever wraps it", () => {
  expect(isFull({ name: "QuotaExceededError" })).toBe(true);
  expect(isFull({ name: "AbortError", inner: { name: "QuotaExceededError" } })).toBe(true);
  expect(isFull(new Error("Something else"))).toBe(false);
  expect(isFull(undefined)).toBe(false);
});

test("what waits is painted and marked in memory as it was on the device", async () => {
  const [full, memory] = [await newReplica(), await openInMemory("ada")];
  const id = await submit(full, {
    spaceId: "s",
    method: "POST",
    path: "/spaces/s/lists",
    predicts: [{ kind: "list.created", itemId: "one", payload: { id: "one", spaceId: "s", name: "One" } }],
  });

  await moveOutbox(full, memory);

  expect(await memory.lists.get("one")).toMatchObject({ name: "One", sync: "pending" });
  expect(await memory.outbox.toArray()).toMatchObject([{ id, touched: ["lists:one"], made: ["lists:one"] }]);
  await discard(memory, (await memory.outbox.where({ id }).first())?.seq ?? -1);
  expect(await memory.lists.get("one")).toBeUndefined();
});

test("a waiting change of a row stays on top of what the server says in memory, and off the full device", async () => {
  const [full, memory] = [await newReplica(), await openInMemory("ada")];
  const list = { id: "l", spaceId: "s", name: "To do" } as ListRow;
  await full.lists.put(list);
  await submit(full, {
    spaceId: "s",
    method: "PATCH",
    path: "/lists/l",
    predicts: [{ kind: "list.changed", itemId: "l", payload: { id: "l", name: "Mine" } }],
  });

  await moveOutbox(full, memory);
  await applySnapshot(memory, {
    version: 9,
    space: { id: "s" },
    lists: [{ ...list, colour: "red" }],
  } as Parameters<typeof applySnapshot>[1]);

  expect(await memory.lists.get("l")).toMatchObject({ name: "Mine", colour: "red", sync: "pending" });
  expect(await full.lists.get("l")).toEqual(list);
});

test("what an older client kept stays, and every space is read afresh", async () => {
  const { inbox: _, hearing: __, ...first } = indexes;
  const older = new Dexie("baton-older");
  older.version(1).stores({
    ...first,
    positions: "spaceId",
    outbox: "++seq, &id, state, spaceId, *touched",
    shadows: "key",
    drafts: "id",
    pages: "id, spaceId",
    meta: "key",
  });
  await older.table("drafts").put({ id: "topic:t", body: "Half a thought" });
  await older.table("positions").put({ spaceId: "s", version: 41 });
  older.close();

  const db = new Replica("older");

  expect(await db.positions.count()).toBe(0);
  expect((await db.drafts.get("topic:t"))?.body).toBe("Half a thought");
  expect(await db.inbox.where({ postSpaceId: "s" }).count()).toBe(0);
});
