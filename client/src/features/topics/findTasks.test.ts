import { beforeEach, expect, test } from "vitest";
import { newId, type Replica, type TaskRow } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { wordsOf } from "../../kernel/text/wordSearch";
import { task } from "../tasks/testing/board";
import { findTasks } from "./findTasks";

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
});

const put = (number: number, more: Partial<TaskRow> = {}) => {
  const title = more.title ?? `Step ${number}`;
  const row = task(newId(), { number, key: `WEB-${number}`, title, ...more });
  return db.tasks.put({ ...row, words: wordsOf(title) });
};
const titles = async (text: string) => (await findTasks(db, "s", text)).map((one) => one.title);

test("without words it offers the newest, however many there are", async () => {
  for (let number = 1; number <= 600; number++) await put(number);

  const found = await titles("");

  expect(found).toHaveLength(20);
  expect(found.slice(0, 2)).toEqual(["Step 600", "Step 599"]);
});

test("words find the oldest of many, and only in this space", async () => {
  await put(1, { title: "Fix the sign-in page" });
  await put(2, { title: "Fix the sign-in page of guests", spaceId: "elsewhere" });
  await put(3, { title: "Fix the sign-out page", deletedAt: "2026-11-23T09:00:00.000Z" });
  for (let number = 4; number <= 300; number++) await put(number, { title: `Sign paper ${number}` });

  expect(await titles("sign pag")).toEqual(["Fix the sign-in page"]);
});

test("a key finds its task first", async () => {
  await put(12, { title: "Fix the sign-in page" });
  await put(13, { title: "What became of WEB 12" });

  expect(await titles("web-12")).toEqual(["Fix the sign-in page", "What became of WEB 12"]);
});
