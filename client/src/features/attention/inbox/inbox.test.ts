import { beforeEach, expect, test } from "vitest";
import type { AskResponse, ChangeResponse, InboxItem, SnapshotResponse } from "../../../kernel/api/types";
import { applySnapshot, type InboxRow, type Replica, submit } from "../../../kernel/replica";
import { applyChanges, forget } from "../../../kernel/replica/receive";
import { newReplica } from "../../../kernel/testing/TestServer";
import "../asks/askChanges";
import { message } from "../../messages/someMessages";
import { answerAsk, declineAsk, delegateAsk, reopenAsk } from "../asks/closeAsk";
import { heldBelow, heldOf } from "../asks/held";
import { giveBackAsk, takeAsk } from "../asks/takeAsk";
import { withdrawAsk } from "../asks/withdrawAsk";
import "./inboxChanges";
import { bringBack, letGo, letGoAll } from "./letGo";
import { snoozeItem, wakeItem } from "./snoozeItem";
import { ask, item } from "./someItems";

const me = { id: "ada", personalSpaceId: "mine" };
const personal = (inbox: InboxItem[]) =>
  ({ version: 1, space: { id: "mine", kind: "personal" }, inbox }) as unknown as SnapshotResponse;
const launch = { version: 1, space: { id: "space", kind: "group" }, messages: [] } as unknown as SnapshotResponse;

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await applySnapshot(
    db,
    personal([item("i", { post: { kind: "message", id: "m", place: { kind: "chat", id: "space" } } })]),
  );
  await applySnapshot(db, { ...launch, messages: [message("m", { asks: [ask("i")] })] } as SnapshotResponse);
});

const told = (version: number, kind: string, payload: unknown, spaceId = "mine"): ChangeResponse => ({
  spaceId,
  version,
  kind,
  itemId: "m",
  actorId: "ben",
  at: "2026-11-23T09:00:00.000Z",
  payload,
});
const held = async () => heldOf((await db.inbox.get("i")) as InboxRow);
const below = async () => (await db.messages.get("m"))?.asks;

test("a batch, what changes in it and what is over come by my own space's stream", async () => {
  await applyChanges(db, [
    told(2, "inbox.changed", item("one")),
    told(3, "inbox.changed", item("one", { subject: "Now what?" })),
    told(4, "inbox.closed", { id: "i" }),
  ]);

  expect(await db.inbox.toArray()).toMatchObject([{ id: "one", subject: "Now what?", postSpaceId: "space" }]);
});

test("what is here already and reads otherwise by a batch is no news, what comes or comes back is", async () => {
  const brought = (version: number, at: string, more: Partial<InboxItem> = {}) => ({
    ...told(version, "inbox.changed", item("one", more)),
    actorId: null,
    at,
  });
  const broughtAt = async () => (await db.inbox.get("one"))?.broughtAt;

  await applyChanges(db, [brought(2, "2026-11-23T09:00:00.000Z")]);
  await applyChanges(db, [brought(3, "2026-11-24T09:00:00.000Z", { subject: "Now what?" })]);
  expect(await broughtAt()).toBe("2026-11-23T09:00:00.000Z");

  await applyChanges(db, [told(4, "inbox.changed", item("one", { snoozedUntil: "2026-11-25T09:00:00.000Z" }))]);
  expect(await broughtAt()).toBeUndefined();
  await applyChanges(db, [brought(5, "2026-11-25T09:00:00.000Z")]);
  expect(await broughtAt()).toBe("2026-11-25T09:00:00.000Z");
});

test("a fresh snapshot of my own space is my inbox, one of another space leaves it alone", async () => {
  await applySnapshot(db, launch);
  expect(await db.inbox.count()).toBe(1);

  await applySnapshot(db, { ...personal([item("other")]), version: 2 });
  expect((await db.inbox.toArray()).map((row) => row.id)).toEqual(["other"]);
});

test("with a space goes what it asked of me", async () => {
  await forget(db, ["space"]);

  expect(await db.inbox.count()).toBe(0);
});

test("what others do with their asks is seen below the message", async () => {
  await applyChanges(db, [
    told(2, "ask.changed", { id: "m", ask: ask("i", { state: "declined", note: "On leave" }) }, "space"),
  ]);
  await applyChanges(db, [told(3, "ask.changed", { id: "m", ask: ask("new", { personId: "mei" }) }, "space")]);

  expect(await below()).toMatchObject([
    { state: "declined", note: "On leave" },
    { id: "new", personId: "mei" },
  ]);
});

test("taking is shown in the inbox and below the message at once, and can be given back", async () => {
  await submit(db, takeAsk(await held(), me, "2026-11-25T15:00:00Z"));
  expect(await db.inbox.get("i")).toMatchObject({ state: "taken", commitAt: "2026-11-25T15:00:00Z", sync: "pending" });
  expect(await below()).toMatchObject([{ state: "taken", personId: "ada", commitAt: "2026-11-25T15:00:00Z" }]);

  await submit(db, giveBackAsk(await held(), me));
  expect(await db.inbox.get("i")).toMatchObject({ state: "delivered", commitAt: null });
  expect(await below()).toMatchObject([{ state: "open" }]);
  expect((await db.outbox.toArray()).map((one) => `${one.method} ${one.path}`)).toEqual([
    "PUT /asks/i/commitment",
    "DELETE /asks/i/commitment",
  ]);
});

test.each([
  ["answer", answerAsk, { state: "answered" }],
  [
    "delegation",
    (one: never, mine: never) => delegateAsk(one, mine, "mei", "You know it"),
    { state: "delegated", delegatedToId: "mei", note: "You know it" },
  ],
  ["refusal", (one: never, mine: never) => declineAsk(one, mine, "Not mine"), { state: "declined", note: "Not mine" }],
] as const)("an ask that ends in an %s leaves the inbox and comes back as it was", async (part, close, seen) => {
  await submit(db, takeAsk(await held(), me, null));
  const before = await held();

  await submit(db, (close as typeof answerAsk)(before, me));
  expect(await db.inbox.count()).toBe(0);
  expect(await below()).toMatchObject([seen as Partial<AskResponse>]);

  await submit(db, reopenAsk(before, me, part));
  expect(await db.inbox.get("i")).toMatchObject({ state: "taken", subject: before.item?.subject });
  expect(await below()).toMatchObject([{ state: "taken", delegatedToId: null, note: "" }]);
});

test("snoozing is mine alone: below the message nothing is seen of it", async () => {
  await submit(db, snoozeItem(await held(), me, "2026-11-24T09:00:00Z"));
  expect(await db.inbox.get("i")).toMatchObject({ snoozedUntil: "2026-11-24T09:00:00Z" });
  expect(await below()).toEqual([ask("i")]);

  await submit(db, wakeItem(await held(), me));
  expect(await db.inbox.get("i")).toMatchObject({ snoozedUntil: null });
});

test("what is only to be known is let go, alone or as a bundle, and comes back", async () => {
  await db.inbox.bulkPut(
    ["a", "b"].map((id) => ({ ...item(id, { role: "know" }), spaceId: "mine", postSpaceId: "space" })),
  );
  const rows = (await db.inbox.bulkGet(["a", "b"])).flatMap((row) => (row ? [heldOf(row)] : []));

  for (const command of letGoAll(rows, me)) await submit(db, command);
  expect((await db.inbox.toArray()).map((row) => row.id)).toEqual(["i"]);
  expect(await db.outbox.toArray()).toMatchObject([{ path: "/inbox/letting-go", body: { ids: ["a", "b"] } }]);

  for (const one of rows) await submit(db, bringBack(one, me));
  expect(await db.inbox.count()).toBe(3);
  await submit(db, letGo(rows[0] as never, me));
  expect(await db.inbox.count()).toBe(2);
});

test("a large bundle goes in parts that the server takes", () => {
  const many = Array.from({ length: 450 }, (_, at) =>
    heldOf({ ...item(`k${at}`, { role: "know" }), spaceId: "mine", postSpaceId: "space" }),
  );

  expect(letGoAll(many, me).map(({ predicts }) => predicts.length)).toEqual([200, 200, 50]);
});

test("my ask can be answered below its message before it was delivered", async () => {
  await db.inbox.clear();
  await submit(db, answerAsk(heldBelow(message("m"), ask("i")), me));

  expect(await below()).toMatchObject([{ state: "answered" }]);
  expect(await db.inbox.count()).toBe(0);
});

test("what I asked I take back", async () => {
  await submit(db, withdrawAsk(message("m"), ask("i", { personId: "mei" })));

  expect(await below()).toMatchObject([{ personId: "mei", state: "withdrawn" }]);
});
