import { expect, test } from "vitest";
import { tasksMeant } from "./tasksMeant";

const web = { id: "a", key: "WEB-7", spaceId: "web", deletedAt: null };
const other = { ...web, id: "b", spaceId: "other" };

test("a key means the one task that has it, wherever it is said", () => {
  expect(tasksMeant([web], "other")).toEqual({ "WEB-7": "a" });
  expect(tasksMeant([web, { ...other, deletedAt: "2026-11-23T09:00:00.000Z" }], undefined)).toEqual({ "WEB-7": "a" });
});

test("where two spaces number alike, it means the task of the space in which it is said", () => {
  expect(tasksMeant([web, other], "web")).toEqual({ "WEB-7": "a" });
  expect(tasksMeant([web, other], "other")).toEqual({ "WEB-7": "b" });
});

test("elsewhere such a key means neither", () => {
  expect(tasksMeant([web, other], "third")).toEqual({});
});
