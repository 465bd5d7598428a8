import { beforeEach, expect, test } from "vitest";
import type { TaskResponse } from "../kernel/api/types";
import { type Replica, registerChanges, type SpaceRow } from "../kernel/replica";
import { applyChanges } from "../kernel/replica/receive";
import { change, newReplica } from "../kernel/testing/TestServer";
import { findAnything } from "./findAnything";

registerChanges({ "task.created": (tx, { payload }) => tx.tasks.put(payload) });

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 0 });
  await db.spaces.bulkPut([
    { id: "s", kind: "group", name: "Launch", key: "WEB", archivedAt: null, memberIds: [] } as unknown as SpaceRow,
    { id: "mine", kind: "personal", name: "Ada", key: "ME", archivedAt: null, memberIds: [] } as unknown as SpaceRow,
  ]);
  const task = (id: string, key: string, title: string) =>
    ({ id, key, title, spaceId: "s", assignees: [], deletedAt: null }) as unknown as TaskResponse;
  await applyChanges(db, [
    change("s", 1, "task.created", task("a", "WEB-142", "Fix the sign-in page")),
    change("s", 2, "task.created", task("b", "WEB-14", "Größe der Schrift prüfen")),
  ]);
});

const titles = async (text: string) => (await findAnything(db, text, "Just me")).tasks.map((task) => task.id);

test("a task is found by the beginnings of its words, in any order", async () => {
  expect(await titles("page sig")).toEqual(["a"]);
  expect(await titles("xyz")).toEqual([]);
});

test("accents need not be typed", async () => {
  expect(await titles("grosse")).toEqual([]);
  expect(await titles("große")).toEqual(["b"]);
  expect(await titles("prufen")).toEqual(["b"]);
});

test("a key leads to its task", async () => {
  expect(await titles("web-142")).toEqual(["a"]);
  expect(await titles("WEB142")).toEqual(["a"]);
  expect(await titles("web-14")).toEqual(["b", "a"]);
  expect(await titles("web-7")).toEqual([]);
});

test("the first letters of a key are enough", async () => {
  expect(await titles("we-14")).toEqual(["b", "a"]);
});

test("a personal space is found by what it is called, not by its owner's name", async () => {
  const spaces = async (text: string) => (await findAnything(db, text, "Just me")).spaces.map((space) => space.id);

  expect(await spaces("just")).toEqual(["mine"]);
  expect(await spaces("ada")).toEqual([]);
});
