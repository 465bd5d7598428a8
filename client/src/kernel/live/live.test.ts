import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { insteadOf, submit } from "../replica";
import type { Command, Replica } from "../replica/db";
import { change, newReplica, refused, registerPlainChanges, TestServer } from "../testing/TestServer";
import { connectionOf } from "./connection";
import { Live } from "./Live";
import { pushOutbox } from "./push";

registerPlainChanges();

let db: Replica;
let server: TestServer;
let live: Live;

beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 1 });
  await db.lists.put(list("l", "To do"));
  server = new TestServer().on(/POST \/changes/, () => ({ spaces: [] })).on(/GET \/spaces$/, () => []);
  live = new Live(db, { send: server.send, open: server.open, pause: () => 1 });
});

afterEach(() => live.stop());

const list = (id: string, name: string) => ({
  id,
  spaceId: "s",
  name,
  colour: null,
  orderKey: "a0",
  wipLimit: null,
  done: false,
  archivedAt: null,
});

const rename = (id: string, name: string): Command => ({
  spaceId: "s",
  method: "PATCH",
  path: `/lists/${id}`,
  body: { name },
  predicts: [{ kind: "list.changed", itemId: id, payload: { id, name } }],
});

const snapshot = (id: string, version: number) => ({
  version,
  space: { id, kind: "group", name: "Launch" },
  people: [],
  members: [],
  lists: [{ ...list("l", "From snapshot"), spaceId: id }],
  labels: [],
  tasks: [],
  topics: [],
  messages: [],
});

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

test("what waits is sent in order and confirmed by its position", async () => {
  let version = 1;
  server.on(/PATCH/, () => ({ announcedAt: [{ spaceId: "s", version: ++version }] }));
  await submit(db, rename("l", "One"));
  await submit(db, rename("l", "Two"));

  expect(await pushOutbox(db, server.send)).toMatchObject({ end: "empty" });
  expect(server.calls.map((call) => call.body)).toEqual([{ name: "One" }, { name: "Two" }]);
  expect(await db.outbox.where({ state: "sent" }).count()).toBe(2);

  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  server.stream.tell("change", change("s", 2, "list.changed", { id: "l", ...{ name: "One" } }));
  server.stream.tell("change", change("s", 3, "list.changed", { id: "l", ...{ name: "Two" } }));
  await live.quiet();
  expect(await db.outbox.count()).toBe(0);
  expect(await db.lists.get("l")).toEqual(list("l", "Two"));
});

test("a refused write does not hold up the others", async () => {
  server
    .on(/PATCH \/lists\/l/, () => {
      throw refused(403, "list-manage");
    })
    .on(/PATCH \/lists\/k/, () => ({ announcedAt: [{ spaceId: "s", version: 2 }] }));
  await db.lists.put(list("k", "Other"));
  await submit(db, rename("l", "No"));
  await submit(db, rename("k", "Yes"));

  await pushOutbox(db, server.send);

  expect(await db.lists.get("l")).toMatchObject({ name: "To do", sync: "refused" });
  expect(await db.lists.get("k")).toMatchObject({ name: "Yes", sync: "pending" });
});

test("a server that is busy is asked again after what it says, in the same order", async () => {
  let busy = true;
  server.on(/PATCH/, () => {
    if (busy) throw refused(429, "too-many", { retryAfter: 7 });
    return { announcedAt: [{ spaceId: "s", version: 2 }] };
  });
  await submit(db, rename("l", "One"));
  await submit(db, rename("l", "Two"));

  expect(await pushOutbox(db, server.send)).toMatchObject({ end: "later", seconds: 7 });
  busy = false;
  await pushOutbox(db, server.send);

  expect(server.calls.map((call) => call.body)).toEqual([{ name: "One" }, { name: "One" }, { name: "Two" }]);
});

test("signing out elsewhere loses nothing that waits", async () => {
  server.on(/PATCH/, () => {
    throw refused(401, "sign-in-needed");
  });
  await submit(db, rename("l", "One"));

  expect(await pushOutbox(db, server.send)).toMatchObject({ end: "signedOut" });
  expect(await db.outbox.where({ state: "pending" }).count()).toBe(1);
});

test("two tabs that push at once leave one outcome", async () => {
  const announced = new Set<string>();
  server.on(/PATCH/, ({ body }) => {
    const { name } = body as { name: string };
    if (announced.has(name)) return {};
    announced.add(name);
    return { announcedAt: [{ spaceId: "s", version: 1 + announced.size }] };
  });
  for (const name of ["One", "Two", "Three"]) await submit(db, rename("l", name));

  await Promise.all([pushOutbox(db, server.send), pushOutbox(db, server.send)]);

  expect(await db.outbox.where({ state: "pending" }).count()).toBe(0);
  expect([...announced]).toEqual(["One", "Two", "Three"]);
});

test("a repeat is confirmed by catching up", async () => {
  server
    .on(/PATCH/, () => ({}))
    .on(/POST \/changes/, () => ({
      spaces: [
        {
          id: "s",
          changes: [change("s", 2, "list.changed", { id: "l", ...{ name: "Sent before" } })],
          version: 2,
          more: false,
          gone: false,
          expired: false,
        },
      ],
    }));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  await submit(db, rename("l", "Sent before"));

  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0));
  expect(await db.lists.get("l")).toEqual(list("l", "Sent before"));
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

test("an announcement in a space without a seat of mine is not waited for", async () => {
  server.on(/PATCH/, () => ({
    announcedAt: [
      { spaceId: "s", version: 2 },
      { spaceId: "strangers", version: 8 },
    ],
  }));
  await submit(db, rename("l", "Mine"));
  await pushOutbox(db, server.send);
  live.start();
  server.stream.tell("change", change("s", 2, "list.changed", { id: "l", ...{ name: "Mine" } }));
  server.stream.tell("change", change("s", 3, "list.changed", { id: "l", ...{ name: "Newer" } }));
  await live.quiet();

  expect(await db.outbox.count()).toBe(0);
  expect(await db.lists.get("l")).toEqual(list("l", "Newer"));
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

test("what was announced only where I have no seat is confirmed by catching up", async () => {
  server.on(/PATCH/, () => ({ announcedAt: [{ spaceId: "strangers", version: 8 }] }));
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1 } });
  await submit(db, rename("l", "Mine"));

  await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0));
});

test("a write that the server fails at again and again is refused, and the next one goes out", async () => {
  server
    .on(/PATCH \/lists\/l/, () => {
      throw refused(500, "unexpected");
    })
    .on(/PATCH \/lists\/k/, () => ({ announcedAt: [{ spaceId: "s", version: 2 }] }));
  await db.lists.put(list("k", "Other"));
  await submit(db, rename("l", "Fails"));
  await submit(db, rename("k", "Yes"));

  expect(await pushOutbox(db, server.send)).toMatchObject({ end: "later" });
  for (let attempt = 0; attempt < 4; attempt++) await pushOutbox(db, server.send);

  expect(await db.lists.get("l")).toMatchObject({ name: "To do", sync: "refused" });
  expect(server.writes.at(-1)).toBe("PATCH /lists/k");
});

test("a fault of ours in sending one write does not hold up the others for ever", async () => {
  server.on(/PATCH/, () => {
    throw new TypeError("Something is undefined.");
  });
  await submit(db, rename("l", "Fails"));

  for (let attempt = 0; attempt < 5; attempt++) await pushOutbox(db, server.send);

  expect((await db.outbox.toArray()).map((entry) => entry.state)).toEqual(["refused"]);
});

test.each([
  ["a gateway without its server", () => refused(502, "http-502")],
  ["a server that is away", () => refused(503, "http-503")],
  ["a gateway that waited too long", () => refused(504, "http-504")],
  ["no network", () => refused(0, "offline")],
  ["an answer that takes too long", () => new DOMException("Too long.", "TimeoutError")],
])("%s refuses nothing, however often it is tried", async (_, answer) => {
  server.on(/PATCH/, () => {
    throw answer();
  });
  await submit(db, rename("l", "Waits"));

  for (let attempt = 0; attempt < 12; attempt++) await pushOutbox(db, server.send);

  expect((await db.outbox.toArray()).map((entry) => entry.state)).toEqual(["pending"]);
});

test("what was done in a space that the same people have already goes into theirs", async () => {
  const theirs = { id: "theirs", kind: "direct", name: "" };
  await db.positions.put({ spaceId: "me", version: 1 });
  server
    .on(/POST \/spaces$/, () => theirs)
    .on(/POST \/spaces\/theirs\/lists/, () => ({ announcedAt: [{ spaceId: "theirs", version: 8 }] }))
    .on(/GET \/spaces\/theirs\/snapshot/, () => ({ ...snapshot("theirs", 7), space: theirs, lists: [] }));
  const joined = { kind: "space.joined", itemId: "made-here", payload: { ...theirs, id: "made-here" } };
  await submit(db, { spaceId: "me", method: "POST", path: "/spaces", body: { id: "made-here" }, predicts: [joined] });
  await submit(db, {
    spaceId: "made-here",
    method: "POST",
    path: "/spaces/made-here/lists",
    body: { id: "n" },
    predicts: [{ kind: "list.created", itemId: "n", payload: { ...list("n", "Kept"), spaceId: "made-here" } }],
  });
  await db.drafts.put({ id: "chat:made-here", body: "Half a sentence", at: "" });

  expect(await pushOutbox(db, server.send)).toMatchObject({ end: "empty", repeats: ["theirs"] });

  expect(server.writes).toEqual(["POST /spaces", "POST /spaces/theirs/lists"]);
  expect(await db.spaces.toCollection().primaryKeys()).toEqual(["theirs"]);
  expect(await db.lists.get("n")).toMatchObject({ spaceId: "theirs", name: "Kept", sync: "pending" });
  expect((await db.drafts.toArray()).map((draft) => draft.id)).toEqual(["chat:theirs"]);
  expect(await insteadOf(db, "made-here")).toBe("theirs");

  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 1, me: 1, theirs: 7 } });
  const kept = { ...list("n", "Kept"), spaceId: "theirs" };
  server.stream.tell("change", change("theirs", 8, "list.created", kept));
  await live.quiet();
  expect(await db.lists.get("n")).toEqual(kept);
  expect(await db.outbox.count()).toBe(0);
});
