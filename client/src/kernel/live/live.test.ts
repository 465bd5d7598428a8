import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MeRow, submit } from "../replica";
import type { Replica } from "../replica/db";
import type { SpaceRow } from "../replica/rows";
import { deviceWithList, list, rename, snapshot } from "../testing/deviceWithList";
import { change, refused, registerPlainChanges, type TestServer } from "../testing/TestServer";
import { connectionOf } from "./connection";
import { Live } from "./Live";

registerPlainChanges();

let db: Replica;
let server: TestServer;
let live: Live;

beforeEach(async () => {
  ({ db, server, live } = await deviceWithList());
});

afterEach(() => live.stop());

const nameOf = async (id: string) => (await db.lists.get(id))?.name;

test("a change of somebody else is painted", async () => {
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  server.stream.tell("change", change("s", 2, "list.changed", { id: "l", ...{ name: "Doing" } }));
  await live.quiet();

  expect(await nameOf("l")).toBe("Doing");
  expect(await connectionOf(db)).toBe("online");
});

test("a missed version is caught up", async () => {
  const missed = change("s", 2, "list.created", list("m", "Missed"));
  const later = change("s", 3, "list.changed", { id: "l", ...{ name: "Later" } });
  server.on(/POST \/changes/, () => ({
    spaces: [{ id: "s", changes: [missed, later], version: 3, more: false, gone: false, expired: false }],
  }));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  server.stream.tell("change", later);
  await live.quiet();

  expect(await nameOf("m")).toBe("Missed");
  expect(await nameOf("l")).toBe("Later");
});

test("after an absence everything missed is asked for in one go", async () => {
  server.on(/POST \/changes/, () => ({
    spaces: [
      {
        id: "s",
        changes: [change("s", 2, "list.changed", { id: "l", ...{ name: "While away" } })],
        version: 2,
        more: false,
        gone: false,
        expired: false,
      },
    ],
  }));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 2 } });
  await live.quiet();

  expect(await nameOf("l")).toBe("While away");
  expect(server.calls.filter((call) => call.path === "/changes")).toHaveLength(1);
});

test("expired changes are replaced by a snapshot", async () => {
  server
    .on(/POST \/changes/, () => ({
      spaces: [{ id: "s", changes: [], version: 900, more: false, gone: false, expired: true }],
    }))
    .on(/GET \/spaces\/s\/snapshot/, () => snapshot("s", 900));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 900 } });
  await live.quiet();

  expect(await nameOf("l")).toBe("From snapshot");
  expect((await db.positions.get("s"))?.version).toBe(900);
});

test("a space I joined is read whole, one I lost disappears", async () => {
  server.on(/GET \/spaces\/t\/snapshot/, () => snapshot("t", 4));
  await submit(db, rename("l", "Lost anyway"));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { t: 4 } });
  await live.quiet();

  expect((await db.positions.toArray()).map((one) => one.spaceId)).toEqual(["t"]);
  expect(await db.outbox.count()).toBe(0);
});

test("a space joined while listening is read whole", async () => {
  await db.positions.put({ spaceId: "me", version: 1 });
  server.on(/GET \/spaces\/t\/snapshot/, () => snapshot("t", 4));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1, me: 1 } });
  server.stream.tell("change", change("me", 2, "space.joined", { id: "t" }));
  await live.quiet();

  expect((await db.positions.get("t"))?.version).toBe(4);
});

test("who is taken out of a space while their spaces are read for the first time loses it, and who is taken in has it", async () => {
  await db.me.put({ id: db.personId, personalSpaceId: "me" } as MeRow);
  let left = false;
  server
    .on(/GET \/spaces$/, () => [{ id: "me" }, { id: "u" }, ...(left ? [] : [{ id: "t" }])])
    .on(/GET \/spaces\/me\/snapshot/, () => snapshot("me", left ? 5 : 4))
    .on(/GET \/spaces\/u\/snapshot/, () => snapshot("u", 1))
    .on(/GET \/spaces\/t\/snapshot/, () => {
      left = true;
      return snapshot("t", 4);
    });
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1, t: 4, me: 4 } });
  server.stream.tell("change", change("me", 5, "space.left", { id: "t" }));
  await live.quiet();

  expect((await db.positions.toArray()).map((one) => one.spaceId)).toEqual(["me", "s", "u"]);
});

test("my rights elsewhere are right again after my own space's changes have expired", async () => {
  await db.me.put({ id: db.personId, personalSpaceId: "me" } as MeRow);
  await db.positions.put({ spaceId: "me", version: 1 });
  await db.spaces.put({
    id: "s",
    name: "Launch",
    role: "admin",
    can: ["space.edit"],
    pin: null,
  } as unknown as SpaceRow);
  server
    .on(/POST \/changes/, () => ({
      spaces: [{ id: "me", changes: [], version: 900, more: false, gone: false, expired: true }],
    }))
    .on(/GET \/spaces\/me\/snapshot/, () => snapshot("me", 900))
    .on(/GET \/spaces$/, () => [
      { id: "s", name: "Not told", role: "guest", can: [], pin: "a0", mutedUntil: null },
      { id: "elsewhere", role: "guest", can: [], pin: null, mutedUntil: null },
    ]);
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1, me: 900 } });
  await live.quiet();

  expect(await db.spaces.get("s")).toMatchObject({ name: "Launch", role: "guest", can: [], pin: "a0" });
  expect(await db.spaces.get("elsewhere")).toBeUndefined();
});

test("a space made here is read whole and confirmed once the server tells of it", async () => {
  await db.positions.put({ spaceId: "me", version: 1 });
  server
    .on(/POST \/spaces$/, () => ({
      announcedAt: [
        { spaceId: "t", version: 2 },
        { spaceId: "me", version: 2 },
      ],
    }))
    .on(/GET \/spaces\/t\/snapshot/, () => snapshot("t", 2));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1, me: 1 } });
  const joined = { kind: "space.joined", itemId: "t", payload: { id: "t", name: "Mine" } };
  await submit(db, { spaceId: "me", method: "POST", path: "/spaces", body: { id: "t" }, predicts: [joined] });
  await vi.waitFor(async () => expect(await db.outbox.where({ state: "sent" }).count()).toBe(1));

  server.stream.tell("change", change("me", 2, "space.joined", { id: "t" }));
  await live.quiet();

  expect(await db.outbox.count()).toBe(0);
  expect((await db.spaces.get("t"))?.sync).toBeUndefined();
});

test("a broken stream is opened again", async () => {
  server.on(/GET \/me/, () => ({}));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  server.stream.tell("error");
  await vi.waitFor(() => expect(server.streams).toHaveLength(2));
  await vi.waitFor(async () => expect(await connectionOf(db)).toBe("offline"));

  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  await vi.waitFor(async () => expect(await connectionOf(db)).toBe("online"));
});

test("a session that ended is told and nothing is asked any more", async () => {
  live.start();
  server.on(/GET \/me/, () => {
    throw refused(401, "sign-in-needed");
  });
  server.stream.tell("error");

  await vi.waitFor(async () => expect(await connectionOf(db)).toBe("signedOut"));
  expect(server.streams).toHaveLength(1);
});

test("who has too many tabs open gets the news in the ones they look at", async () => {
  const pause = vi.fn(() => 1);
  live = new Live(db, { send: server.send, open: server.open, pause });
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  server.stream.tell("bye", { reason: "crowded" });
  await live.quiet();

  expect(server.stream.readyState).toBe(2);
  expect(pause).not.toHaveBeenCalled();
  expect(await connectionOf(db)).toBe("online");

  live.wake();
  expect(server.streams).toHaveLength(2);
});
