import { expect, test } from "vitest";
import { task } from "../testing/board";
import { cardOf, steadyCards, steadyColumns } from "./cards";
import { type BoardSearch, filterOf, matcher } from "./filter";

const now = new Date("2026-11-23T09:00:00Z");
const passes = (search: BoardSearch, more: Parameters<typeof task>[1]) =>
  matcher(search, "UTC", now)(cardOf(task("t", more)));
const due = (date: string) => ({ due: { date, time: null, zone: null } });

test("words are found in title and key, without regard to case and accents", () => {
  expect(passes({ text: "sign fix" }, {})).toBe(true);
  expect(passes({ text: "web 142" }, {})).toBe(true);
  expect(passes({ text: "cafe" }, { title: "Ring the Café" })).toBe(true);
  expect(passes({ text: "fix logout" }, {})).toBe(false);
});

test("within a part one value is enough, and every part must hold", () => {
  const mine = { assignees: [{ personId: "ada", state: "none" as const }], labelIds: ["bug"] };
  expect(passes({ who: "ada,ben" }, mine)).toBe(true);
  expect(passes({ who: "ben" }, mine)).toBe(false);
  expect(passes({ who: "none" }, mine)).toBe(false);
  expect(passes({ who: "none" }, {})).toBe(true);
  expect(passes({ who: "ada", label: "idea" }, mine)).toBe(false);
  expect(passes({ who: "ada", label: "bug", priority: "normal" }, mine)).toBe(true);
});

test("dates are told by the reader's day", () => {
  expect(passes({ due: "past" }, due("2026-11-22"))).toBe(true);
  expect(passes({ due: "past" }, { ...due("2026-11-22"), completedAt: "2026-11-22T00:00:00.000Z" })).toBe(false);
  expect(passes({ due: "today" }, due("2026-11-23"))).toBe(true);
  expect(passes({ due: "week" }, due("2026-11-29"))).toBe(true);
  expect(passes({ due: "week" }, due("2026-11-30"))).toBe(false);
  expect(passes({ due: "none" }, {})).toBe(true);
});

test("an address written by hand is read as far as it makes sense", () => {
  expect(filterOf({ text: 142, due: "someday", done: "open", who: "" })).toEqual({
    text: "142",
    who: undefined,
    label: undefined,
    priority: undefined,
    due: undefined,
    done: "open",
  });
});

test("cards and columns that look the same stay the same objects", () => {
  const [cards, columns] = [steadyCards(), steadyColumns()];
  const [a, b] = cards([cardOf(task("a")), cardOf(task("b"))]);
  const first = columns(new Map([["todo", [a, b].flatMap((card) => card ?? [])]]));
  const [again, changed] = cards([cardOf(task("a")), cardOf(task("b", { title: "Other" }))]);

  expect(again).toBe(a);
  expect(changed).not.toBe(b);
  expect(columns(new Map([["todo", [a, b].flatMap((card) => card ?? [])]])).get("todo")).toBe(first.get("todo"));
});
