import { expect, test } from "vitest";
import { task } from "../testing/board";
import { holds, merged } from "./stored";

const [early, late] = ["2026-09-01T09:00:00.000Z", "2026-11-01T09:00:00.000Z"];
const here = (...rows: ReturnType<typeof task>[]) => new Map(rows.map((row) => [row.id, row]));

test("the latest put away stands first, whoever knows of it", () => {
  const listed = [task("a", { archivedAt: early })];

  const rows = merged(listed, here(task("b", { archivedAt: late })), "archived");

  expect(rows.map((row) => row.id)).toEqual(["b", "a"]);
});

test("what was taken out again on this device is not among them any more", () => {
  const listed = [task("a", { archivedAt: early }), task("b", { archivedAt: late })];

  expect(merged(listed, here(task("b")), "archived").map((row) => row.id)).toEqual(["a"]);
});

test("deleted counts before archived, and archived before done", () => {
  const one = task("a", { completedAt: early, archivedAt: early, deletedAt: late });

  expect(merged([one], here(), "done")).toEqual([]);
  expect(merged([one], here(), "archived")).toEqual([]);
  expect(merged([one], here(), "deleted")).toHaveLength(1);
});

test("a filter takes parts of words, in any order and without accents", () => {
  expect(holds("grosse sig", "Größe", "WEB-1")).toBe(false);
  expect(holds("page gro", "Groß page")).toBe(true);
  expect(holds("web", "Fix it", "WEB-142")).toBe(true);
  expect(holds("", "anything")).toBe(true);
});
