import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startText } from "../../../kernel/text/text";
import words from "../tasks.en.json";
import { type Deed, inWords, type Known } from "./inWords";

const names: Record<string, string> = { ada: "Ada", ben: "Ben", todo: "To do", doing: "Doing", bug: "Bug" };
const known: Known = {
  zone: "Europe/Lisbon",
  person: (id) => names[id] ?? "…",
  list: (id) => names[id] ?? "a list that is gone",
  label: (id) => names[id] ?? "a label that is gone",
};

beforeAll(() => startText());

const changed = (payload: object) => ["task.changed", payload] as const;
const step = (item: object, before: object = { text: "Ask the printer" }) =>
  ["checklist.changed", { item: { id: "i", ...item }, before }] as const;
const day = (date: string) => ({ date, time: null, zone: null });

/** What Ada did, and how the history says it. */
const sentences: [kind: string, payload: object, said: string][] = [
  ["task.created", {}, "created this task"],
  ["task.arrived", {}, "brought it here from another space"],
  ["task.departed", { toSpaceId: "s" }, "moved it to another space"],
  ["task.archived", {}, "archived it"],
  ["task.unarchived", {}, "brought it back from the archive"],
  ["task.deleted", {}, "deleted it"],
  ["task.restored", {}, "brought it back"],
  [...changed({ title: "Fix it" }), "renamed it to “Fix it”"],
  [...changed({ description: "All of it" }), "changed the description"],
  [...changed({ priority: "high" }), "set the priority to High"],
  [...changed({ due: day("2020-11-27") }), "set it due 27 Nov 2020"],
  [...changed({ due: null }), "took the due date off"],
  [...changed({ start: day("2020-11-27") }), "set the start to 27 Nov 2020"],
  [...changed({ start: null }), "took the start off"],
  [...changed({ estimateMinutes: 90 }), "estimated 1 hr 30 min"],
  [...changed({ estimateMinutes: null }), "took the estimate off"],
  [...changed({ title: "Fix it", priority: "low" }), "renamed it to “Fix it”, set the priority to Low"],
  [...changed({ something: "new" }), "changed it"],
  ["task.moved", { listId: "doing" }, "moved it to Doing"],
  ["task.moved", { listId: "doing", before: { listId: "todo" } }, "moved it from To do to Doing"],
  ["task.moved", { listId: "doing", before: { listId: "old" } }, "moved it from a list that is gone to Doing"],
  ["task.moved", { listId: "todo", before: { listId: "todo" } }, "gave it another place in To do"],
  ["task.moved", { listId: "todo", before: {} }, "gave it another place in To do"],
  ["task.assigned", { personId: "ben" }, "gave it to Ben"],
  ["task.assigned", { personId: "ada" }, "took it on"],
  ["task.unassigned", { personId: "ben" }, "took it from Ben"],
  ["task.unassigned", { personId: "ada" }, "gave it up"],
  ["task.progressed", { personId: "ada", state: "doing" }, "set their part to Doing"],
  ["task.progressed", { personId: "ben", state: "blocked" }, "set Ben’s part to Blocked"],
  ["task.progressed", { personId: "ada" }, "set their part to Not begun"],
  ["task.watched", { personId: "ada" }, "watches it"],
  ["task.watched", { personId: "ben" }, "let Ben watch it"],
  ["task.unwatched", { personId: "ada" }, "watches it no more"],
  ["task.unwatched", { personId: "ben" }, "stopped Ben watching it"],
  ["task.labelled", { labelId: "bug" }, "labelled it Bug"],
  ["task.labelled", { labelId: "old" }, "labelled it a label that is gone"],
  ["task.unlabelled", { labelId: "bug" }, "took the label Bug off"],
  ["task.attached", { attachment: { name: "plan.pdf" } }, "added plan.pdf"],
  ["task.detached", { before: { name: "plan.pdf" } }, "took plan.pdf off"],
  ["task.detached", {}, "took a file off"],
  ["checklist.added", { item: { text: "Ask the printer" } }, "added “Ask the printer” to the checklist"],
  ["checklist.removed", { before: { item: { text: "Ask" } } }, "took “Ask” off the checklist"],
  ["checklist.removed", { before: { text: "Ask" }, promotedTo: "n" }, "made “Ask” a task of its own"],
  [...step({ done: true }), "ticked “Ask the printer”"],
  [...step({ done: false }), "unticked “Ask the printer”"],
  [...step({ text: "Ask twice" }), "changed an item to “Ask twice”"],
  [...step({ ownerId: "ben" }), "gave “Ask the printer” to Ben"],
  [...step({ ownerId: null }), "took the owner off “Ask the printer”"],
  [...step({ due: "2020-11-27" }), "set “Ask the printer” due 27 Nov 2020"],
  [...step({ due: null }), "took the date off “Ask the printer”"],
  [...step({ orderKey: "a1" }), "moved “Ask the printer” in the checklist"],
  [...step({ orderKey: "a1" }, {}), "moved “an item” in the checklist"],
  [...step({}), "changed it"],
  ["task.from.the.future", {}, "changed it"],
];

const say = (kind: string, payload: object) =>
  inWords({ kind, payload: { id: "t", ...payload }, actorId: "ada" } as Deed, known, i18next.getFixedT("en", "tasks"));

test.each(sentences)("%s %j: Ada %s", (kind, payload, said) => {
  expect(say(kind, payload)).toBe(said);
});

test("every sentence that the catalogue has is said of something", () => {
  const t = i18next.getFixedT("en", "tasks");
  const said = new Set<string>();
  const listening = ((key: string, values: object) => {
    said.add(key);
    return t(key as never, values as never);
  }) as never;
  for (const [kind, payload] of sentences)
    inWords({ kind, payload: { id: "t", ...payload }, actorId: "ada" } as Deed, known, listening);

  const all = Object.keys(words.deed).map((key) => `deed.${key}`);
  expect(all.filter((key) => !said.has(key))).toEqual([]);
});
