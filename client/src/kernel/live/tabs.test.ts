import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { submit } from "../replica";
import type { Replica } from "../replica/db";
import { deviceWithList, rename } from "../testing/deviceWithList";
import { registerPlainChanges, type TestServer } from "../testing/TestServer";
import { lead } from "./lead";
import { pushOutbox } from "./push";

registerPlainChanges();

let db: Replica;
let server: TestServer;

beforeEach(async () => {
  ({ db, server } = await deviceWithList());
});
afterEach(() => vi.unstubAllGlobals());

test("what one tab has on the wire no other sends, until that tab has been silent for long", async () => {
  const release: (() => void)[] = [];
  server.on(/PATCH/, async () => {
    await new Promise<void>((resolve) => release.push(resolve));
    return { announcedAt: [{ spaceId: "s", version: 2 }] };
  });
  await submit(db, rename("l", "One"));
  await submit(db, rename("l", "Two"));
  const first = pushOutbox(db, server.send, "first tab");
  await vi.waitUntil(() => server.writes.length === 1);

  expect(await pushOutbox(db, server.send, "second tab")).toMatchObject({ end: "later" });
  expect(server.writes).toHaveLength(1);

  const entry = await db.outbox.orderBy("seq").first();
  await db.outbox.update(entry?.seq ?? -1, { claim: { by: "first tab", at: Date.now() - 31_000 } });
  const second = pushOutbox(db, server.send, "second tab");
  await vi.waitUntil(() => server.writes.length === 2);
  while (await db.outbox.where({ state: "pending" }).count()) {
    for (const go of release.splice(0)) go();
    await soon();
  }
  await Promise.all([first, second]);
  expect(server.calls.filter(({ body }) => (body as { name: string }).name === "Two")).toHaveLength(1);
});

test("a tab that comes to the front wakes the one that leads from behind", async () => {
  const locks = new OneLock();
  vi.stubGlobal("navigator", { ...navigator, locks });
  const stop = lead(db, { send: server.send, open: server.open });
  await vi.waitUntil(() => server.streams.length === 1);
  server.stream.tell("bye", { reason: "crowded" });

  const other = new BroadcastChannel(`baton-seen-${db.personId}`);
  other.postMessage("seen");
  await vi.waitUntil(() => server.streams.length === 2);

  const heard = new Promise((resolve) => other.addEventListener("message", resolve, { once: true }));
  const stopFollower = lead(db, { send: server.send, open: server.open });
  document.dispatchEvent(new Event("visibilitychange"));
  await heard;

  stopFollower();
  stop();
  other.close();
});

/** What the first asks for it gets; the others wait. */
class OneLock {
  private taken = false;
  request(_: string, __: object, work: () => Promise<void>): Promise<void> {
    if (this.taken) return new Promise(() => undefined);
    this.taken = true;
    return work();
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve));
