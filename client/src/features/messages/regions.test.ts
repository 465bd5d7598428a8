import { beforeEach, expect, test } from "vitest";
import type { MessagePage } from "../../kernel/api/types";
import { keepMissing, type Replica } from "../../kernel/replica";
import { applyChanges } from "../../kernel/replica/receive";
import { change, newReplica } from "../../kernel/testing/TestServer";
import "./messageChanges";
import { first, last } from "./place";
import { mainRegion, messagesBetween, messagesFrom, noteRead, regionAround } from "./regions";
import { message, topic } from "./someMessages";

const chat = { kind: "chat", id: "space", spaceId: "space" } as const;
let db: Replica;
let version = 0;

beforeEach(async () => {
  db = await newReplica();
  version = 0;
  await db.positions.put({ spaceId: "space", version });
});

const at = (minute: number) =>
  message(`m${minute}`, { postedAt: `2026-11-23T09:${String(minute).padStart(2, "0")}:00.000Z` });
const page = (from: number, to: number, before: string | null, after: string | null): MessagePage => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => at(from + index)),
  before,
  after,
});
const keepPage: typeof noteRead = async (of, place, read, grows) => {
  await keepMissing(of, "messages", read.items);
  return noteRead(of, place, read, grows);
};
const live = (minute: number) => applyChanges(db, [change("space", ++version, "message.posted", at(minute))]);
const here = async (from: string, to: string) => (await messagesBetween(db, "space", from, to)).map((row) => row.id);
const regions = async () => (await db.pages.toArray()).map(({ from, to }) => [from.slice(14, 16), to.slice(14, 16)]);

test("what arrived live reaches to the end, and nobody knows yet what is before", async () => {
  await live(50);
  await live(51);

  const main = await mainRegion(db, chat);

  expect(main).toMatchObject({ to: last, before: undefined, after: null });
  expect(await here(main.from, main.to)).toEqual(["m50", "m51"]);
});

test("a topic that is not sent yet has nothing before its opening post, and asks nobody for it", async () => {
  const place = { kind: "topic", id: "topic", spaceId: "space" } as const;
  const opened = topic("topic", { openingMessageId: "opening" });
  await db.topics.put({ ...opened, sync: "pending" });
  await applyChanges(db, [change("space", ++version, "message.posted", message("opening", { place }))]);

  expect(await mainRegion(db, place)).toMatchObject({ before: null });
  await db.topics.put(opened);
  expect(await mainRegion(db, place)).toMatchObject({ before: undefined });
});

test("the first page says where reading goes on", async () => {
  await keepPage(db, chat, page(40, 49, "older", null));

  expect(await mainRegion(db, chat)).toMatchObject({ before: "older", to: last });
});

test("an older page joins, and the last one says that it was the last", async () => {
  const main = await keepPage(db, chat, page(40, 49, "older", null));
  const more = await keepPage(db, chat, page(30, 39, "oldest", null), { region: main, way: "before" });
  const all = await keepPage(db, chat, page(20, 29, null, null), { region: more, way: "before" });

  expect(all).toMatchObject({ from: first, to: last, before: null });
  expect(await db.pages.count()).toBe(1);
  expect((await here(all.from, all.to)).length).toBe(30);
});

test("a linked message far back is an island: the hole between is not shown as if nothing were there", async () => {
  await keepPage(db, chat, page(50, 59, "c50", null));
  const island = await keepPage(db, chat, page(10, 19, "c10", "c19"));

  expect(await regions()).toEqual([
    ["50", ""],
    ["10", "19"],
  ]);
  expect((await messagesFrom(db, island, "after", 50)).map((row) => row.id)).toHaveLength(10);
  expect(await regionAround(db, chat, at(15))).toEqual(island);
  expect(await regionAround(db, chat, at(30))).toBeUndefined();
});

test("an island that is read on until the main stretch becomes a part of it", async () => {
  await keepPage(db, chat, page(30, 39, "c30", null));
  const island = await keepPage(db, chat, page(10, 19, "c10", "c19"));

  const joined = await keepPage(db, chat, page(20, 30, "c20", "c30"), { region: island, way: "after" });

  expect(joined).toMatchObject({ id: "space", to: last, before: "c10", after: null });
  expect(await db.pages.count()).toBe(1);
});

test("the main stretch that is read back to an island takes it up", async () => {
  await keepPage(db, chat, page(10, 19, "c10", "c19"));
  const main = await keepPage(db, chat, page(30, 39, "c30", null));

  const joined = await keepPage(db, chat, page(15, 29, "c15", "c29"), { region: main, way: "before" });

  expect(joined).toMatchObject({ before: "c10", after: null, to: last });
  expect(joined.from.slice(14, 16)).toBe("10");
});

test("an empty stream is known to be empty", async () => {
  const main = await keepPage(db, chat, { items: [], before: null, after: null });

  expect(main).toMatchObject({ from: first, to: last, before: null, after: null });
});
