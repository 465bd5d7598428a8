import { beforeEach, expect, test, vi } from "vitest";
import { discard, submit } from "../replica";
import type { Replica } from "../replica/db";
import { claim } from "../replica/outbox";
import { deviceWithList, rename } from "../testing/deviceWithList";
import { refused, registerPlainChanges, type TestServer } from "../testing/TestServer";
import { answered } from "./answered";
import { noteConnection } from "./connection";
import { pushOutbox } from "./push";

registerPlainChanges();

let db: Replica;
let server: TestServer;
let answer: (how: "take" | "refuse" | "break off") => void;

beforeEach(async () => {
  ({ db, server } = await deviceWithList());
  const said = new Promise<string>((resolve) => {
    answer = resolve;
  });
  server.on(/PATCH/, async () => {
    const how = await said;
    if (how === "take") return { announcedAt: [{ spaceId: "s", version: 2 }] };
    throw how === "refuse" ? refused(403, "list-manage") : refused(0, "offline");
  });
  await noteConnection(db, "online");
  await submit(db, rename("l", "Doing"));
});

const seqOf = async () => (await db.outbox.toCollection().first())?.seq ?? -1;

/** Sends, and comes back as soon as the write is on the wire. */
async function send(): Promise<{ done: Promise<unknown> }> {
  const done = pushOutbox(db, server.send);
  await vi.waitUntil(() => server.writes.length > 0);
  return { done };
}

test("what was never on the wire is discarded at once", async () => {
  await answered(db, await seqOf());
  const seq = await seqOf();
  expect(await discard(db, seq)).toBe("neverSent");
  expect(await claim(db, seq)).toBe("gone");
  await pushOutbox(db, server.send);
  expect(server.writes).toEqual([]);
  expect((await db.lists.get("l"))?.name).toBe("To do");
});

test("what is on the wire waits for its answer, and was then sent already", async () => {
  const { done } = await send();
  const word = answered(db, await seqOf());
  answer("take");
  await Promise.all([word, done]);
  expect(await discard(db, await seqOf())).toBe("alreadySent");
  expect((await db.lists.get("l"))?.name).toBe("Doing");
});

test("what the server refused while one waited was never sent", async () => {
  const { done } = await send();
  const word = answered(db, await seqOf());
  answer("refuse");
  await Promise.all([word, done]);
  expect(await discard(db, await seqOf())).toBe("neverSent");
});

test("without an answer it may still arrive, and nobody waits for long", async () => {
  const { done } = await send();
  await answered(db, await seqOf(), 1);
  expect(await discard(db, await seqOf())).toBe("mayArrive");
  answer("break off");
  await done;
  expect(await db.outbox.count()).toBe(0);
  expect((await db.lists.get("l"))?.name).toBe("To do");
});

test("without a server one does not wait", async () => {
  const { done } = await send();
  await noteConnection(db, "offline");
  await answered(db, await seqOf(), 60_000);
  expect(await discard(db, await seqOf())).toBe("mayArrive");
  answer("break off");
  await done;
});
