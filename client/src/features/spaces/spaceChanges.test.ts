import { beforeEach, expect, test } from "vitest";
import type { SpaceResponse } from "../../kernel/api/types";
import type { Replica } from "../../kernel/replica";
import { applyChanges } from "../../kernel/replica/receive";
import { change, newReplica } from "../../kernel/testing/TestServer";
import "./spaceChanges";

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.bulkPut([
    { spaceId: "s", version: 0 },
    { spaceId: "mine", version: 0 },
  ]);
  await db.spaces.put({
    id: "s",
    name: "Launch",
    can: ["space.edit"],
    role: "admin",
    memberIds: ["ada"],
  } as SpaceResponse);
});

const person = (id: string, name: string) => ({ id, name, roleText: "", picture: null, zone: "UTC" });
const say = (version: number, kind: string, payload: object) =>
  applyChanges(db, [{ ...change("s", version, kind, { id: "x" }), payload }]);

test("what everybody hears of a space leaves my own rights alone", async () => {
  await say(1, "space.changed", { id: "s", name: "Landing" });

  expect(await db.spaces.get("s")).toMatchObject({ name: "Landing", can: ["space.edit"], role: "admin" });
});

test("a new member is known by name, once", async () => {
  const joined = { person: person("ben", "Ben"), member: { personId: "ben", role: "member", joinedAt: "2026-11-23" } };
  await say(1, "member.joined", joined);
  await say(2, "member.joined", joined);

  expect((await db.people.get("ben"))?.name).toBe("Ben");
  expect(await db.members.where({ spaceId: "s" }).count()).toBe(1);
  expect((await db.spaces.get("s"))?.memberIds).toEqual(["ada", "ben"]);
});

test("who leaves keeps their name beside what they wrote", async () => {
  await say(1, "member.joined", { person: person("ben", "Ben"), member: { personId: "ben", role: "member" } });
  await say(2, "member.left", { personId: "ben" });

  expect(await db.members.count()).toBe(0);
  expect((await db.people.get("ben"))?.name).toBe("Ben");
});

test("a space that I am taken out of goes from this device", async () => {
  await applyChanges(db, [change("mine", 1, "space.left", { id: "s" })]);

  expect(await db.spaces.get("s")).toBeUndefined();
  expect(await db.positions.get("s")).toBeUndefined();
});

test("a change of my rights reaches the space", async () => {
  await applyChanges(db, [
    {
      ...change("mine", 1, "space.accessChanged", { id: "s" }),
      payload: { id: "s", role: "guest", can: ["message.post"], canArchived: [] },
    },
  ]);

  expect(await db.spaces.get("s")).toMatchObject({ role: "guest", can: ["message.post"] });
});

const told = { ...change("mine", 1, "space.accessChanged", { id: "s" }) };
const access = { ...told, payload: { id: "s", role: "guest", can: ["message.post"], canArchived: ["space.leave"] } };
const canByRole = { admin: ["space.archive"], member: [], guest: ["space.leave"] };
const archive = (version: number) => say(version, "space.archived", { id: "s", archivedAt: "2026-11-23", canByRole });

test("an archived space takes my rights along, and gives them back", async () => {
  await archive(1);
  const archived = await db.spaces.get("s");
  await say(2, "space.restored", { id: "s", archivedAt: null, canByRole: { admin: ["space.edit"] } });

  expect(archived).toMatchObject({ archivedAt: "2026-11-23", can: ["space.archive"] });
  expect(await db.spaces.get("s")).toMatchObject({ archivedAt: null, can: ["space.edit"] });
});

test.each([
  ["before", [() => applyChanges(db, [access]), () => archive(1)]],
  ["after", [() => archive(1), () => applyChanges(db, [access])]],
])("a role that is heard of %s the archive ends in the same rights", async (_, both) => {
  for (const hear of both) await hear();

  expect(await db.spaces.get("s")).toMatchObject({ role: "guest", can: ["space.leave"] });
});
