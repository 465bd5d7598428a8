import { beforeEach, expect, test } from "vitest";
import { change, newReplica, registerPlainChanges } from "../testing/TestServer";
import { registerChanges } from "./changes";
import type { Replica } from "./db";
import { readMissing } from "./readMissing";
import { applyChanges, applySnapshot, forget } from "./receive";
import type { MessageRow, SpaceRow } from "./rows";

registerPlainChanges();
registerChanges({
  "message.deleted": (tx, { payload }) => tx.messages.patch(payload.id, { body: "", deletedAt: "now" }),
});

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 1 });
});

const message = (id: string, more: object = {}) =>
  ({ id, spaceId: "s", place: { kind: "chat", id: "s" }, threadId: null, body: "A secret", ...more }) as MessageRow;
const gone = (id: string) => message(id, { body: "", deletedAt: "now" });

/** Answers one page after the other; before each of them something happens. */
function pages(...all: [MessageRow[], () => Promise<unknown>][]) {
  let asked = 0;
  const ask = async () => {
    const [page, meanwhile] = all[asked++] ?? [[], async () => undefined];
    await meanwhile();
    return page;
  };
  return { ask, asked: () => asked };
}

const nothing = async () => undefined;
const read = (ask: () => Promise<MessageRow[]>) => readMissing(db, "messages", ask, (page) => page);

test("a message that is deleted while its page is under way is read again", async () => {
  const deleted = () => applyChanges(db, [change("s", 2, "message.deleted", { id: "old" })]);
  const { ask } = pages([[message("old"), message("older")], deleted], [[gone("old"), message("older")], nothing]);

  expect((await read(ask))[0]?.body).toBe("");

  expect((await db.messages.get("old"))?.body).toBe("");
  expect((await db.messages.get("older"))?.body).toBe("A secret");
});

test("what happens to other rows costs no second question", async () => {
  const deleted = () => applyChanges(db, [change("s", 2, "message.deleted", { id: "another" })]);
  const { ask, asked } = pages([[message("old")], deleted]);

  await read(ask);

  expect(asked()).toBe(1);
  expect(await db.messages.count()).toBe(1);
});

test("a page of a space that was read afresh meanwhile is read again", async () => {
  const space = { id: "s", name: "Launch" } as SpaceRow;
  const afresh = () => applySnapshot(db, { version: 90, space } as Parameters<typeof applySnapshot>[1]);
  const { ask } = pages([[message("old")], afresh], [[gone("old")], nothing]);

  await read(ask);

  expect((await db.messages.get("old"))?.body).toBe("");
});

test("a page of a space that was taken from me meanwhile is not kept", async () => {
  const { ask } = pages([
    [message("old")],
    async () => {
      await forget(db, ["s"]);
    },
  ]);

  await read(ask);

  expect(await db.messages.count()).toBe(0);
});

test("more changes than are remembered make a page old as a whole", async () => {
  const many = Array.from({ length: 600 }, (_, index) =>
    change("s", index + 2, "message.deleted", { id: index === 0 ? "old" : `other-${index}` }),
  );
  const { ask } = pages([[message("old")], () => applyChanges(db, many)], [[gone("old")], nothing]);

  await read(ask);

  expect((await db.messages.get("old"))?.body).toBe("");
});
