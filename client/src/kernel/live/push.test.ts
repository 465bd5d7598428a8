import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { insteadOf, submit } from "../replica";
import type { Replica } from "../replica/db";
import { deviceWithList, list, rename, snapshot } from "../testing/deviceWithList";
import { change, refused, registerPlainChanges, type TestServer } from "../testing/TestServer";
import type { Live } from "./Live";
import { pushOutbox } from "./push";

registerPlainChanges();

let db: Replica;
let server: TestServer;
let live: Live;

beforeEach(async () => {
  ({ db, server, live } = await deviceWithList());
});

afterEach(() => live.stop());

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
