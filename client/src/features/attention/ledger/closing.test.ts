import { expect, test } from "vitest";
import { partsOf } from "./closing";

const none = { isOver: true, since: "", total: 0, done: 0, taken: 0, tomorrow: 0, later: 0, waiting: 0 };

test("a sum names only what there is, in the order of a day", () => {
  expect(partsOf({ ...none, total: 14, tomorrow: 2, done: 9, taken: 3 })).toEqual([
    ["done", 9],
    ["taken", 3],
    ["tomorrow", 2],
  ]);
});

test("what waits is said in a sentence of its own", () => {
  expect(partsOf({ ...none, total: 1, waiting: 1 })).toEqual([]);
});
