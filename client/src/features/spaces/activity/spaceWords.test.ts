import i18next, { type TFunction } from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { ActivityItem } from "../../../kernel/api/types";
import words from "../activity.en.json";
import { spaceWords } from "./spaceWords";

let t: TFunction<"activity">;
beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { activity: words } } });
  t = i18next.getFixedT("en", "activity") as TFunction<"activity">;
});

const names = { person: (id: string) => id.toUpperCase(), list: () => "Later", label: () => "bug" };
const said = (kind: string, payload: object) =>
  spaceWords({ version: 1, kind, itemId: "x", actorId: "ada", at: "", payload } as ActivityItem, names, t);

test.each([
  ["message.posted", { place: { kind: "chat" } }, "wrote in the chat"],
  ["message.posted", { place: { kind: "chat" }, threadId: "m" }, "answered in the chat"],
  ["message.posted", { place: { kind: "task" } }, "commented on a task"],
  ["message.deleted", {}, "deleted a message"],
  ["topic.closed", { closure: { outcome: "decision" } }, "closed the topic with a decision"],
  ["topic.reopened", { earlierClosure: { outcome: "decision" } }, "reopened a topic that was decided"],
  ["topic.reopened", {}, "reopened a topic"],
  ["ask.changed", { ask: { personId: "ben", state: "open" } }, "asks BEN"],
  ["ask.changed", { ask: { personId: "ada", state: "delegated", delegatedToId: "mei" } }, "handed it on to MEI"],
  ["ask.changed", { ask: { personId: "ben", state: "lapsed" } }, "ended what was asked of BEN: its time had passed"],
  ["member.joined", { person: { id: "ada" } }, "joined"],
  ["member.joined", { person: { id: "ben" } }, "added BEN"],
  ["member.left", { personId: "ben" }, "took BEN out"],
  ["member.changed", { personId: "ben", role: "admin" }, "made BEN an admin"],
  ["space.changed", { name: "Landing" }, "renamed the space to “Landing”"],
  ["space.changed", { emoji: "🥾" }, "changed how the space looks"],
  ["list.created", { name: "Review" }, "added the list “Review”"],
  ["list.changed", { wipLimit: 4 }, "changed the list “Later”"],
  ["list.archived", {}, "archived the list “Later”"],
  ["label.changed", { name: "bug" }, "renamed a label to “bug”"],
  ["something.new", {}, "changed something"],
])("%s reads as a sentence", (kind, payload, sentence) => {
  expect(said(kind, payload)).toBe(sentence);
});
