import { expect, test } from "vitest";
import { inboxRow } from "../../../kernel/replica";
import { item } from "./someItems";
import { bundles, bySoonest } from "./useInbox";

const row = (id: string, more: Parameters<typeof item>[1]) => inboxRow("mine", item(id, more));
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

test("what is due sooner comes first, by what I said where I said it, and what has no date comes last", () => {
  const rows = [
    row("whenever", { respondBy: null }),
    row("friday", { respondBy: "2026-11-27T15:00:00.000Z" }),
    row("promised", { respondBy: "2026-11-24T15:00:00.000Z", state: "taken", commitAt: "2026-11-28T15:00:00.000Z" }),
    row("tomorrow", { respondBy: "2026-11-24T15:00:00.000Z" }),
  ];

  expect(ids(rows.sort(bySoonest))).toEqual(["tomorrow", "friday", "promised", "whenever"]);
});

test("what could not wait comes before all that has a date, until I said by when", () => {
  const rows = [
    row("tomorrow", { respondBy: "2026-11-24T15:00:00.000Z" }),
    row("promised", { urgency: "breakGlass", respondBy: null, state: "taken", commitAt: "2026-11-25T15:00:00.000Z" }),
    row("glass", { urgency: "breakGlass", respondBy: null }),
  ];

  expect(ids(rows.sort(bySoonest))).toEqual(["glass", "tomorrow", "promised"]);
});

test("what is to be known lies together by its topic, task or chat, the newest first", () => {
  const at = (hour: number) => ({ role: "know", addressedAt: `2026-11-23T0${hour}:00:00.000Z` }) as const;
  const topic = { kind: "message", id: "m", place: { kind: "topic", id: "t" } } as const;

  const found = bundles([row("a", { ...at(1), post: topic }), row("b", at(2)), row("c", { ...at(3), post: topic })]);

  expect(found.map(({ key, rows }) => [key, ids(rows)])).toEqual([
    ["topic:t", ["c", "a"]],
    ["chat:space", ["b"]],
  ]);
});
