import { expect, test } from "vitest";
import type { WhyNotResponse } from "../../../kernel/api/types";
import { cameAt, whyWords } from "./whyWords";

const at = "2026-11-23T09:00:00Z";
const answer = (fields: Partial<WhyNotResponse>): WhyNotResponse => ({
  reason: "notAddressed",
  at,
  byId: null,
  state: null,
  role: null,
  deliveredAt: null,
  until: null,
  ifSilent: "",
  unheard: null,
  others: 0,
  ...fields,
});

test.each<[string, Partial<WhyNotResponse>]>([
  ["notAddressed.nobody", {}],
  ["notAddressed.others", { others: 2 }],
  ["notAddressed.takenBack", { state: "withdrawn", byId: "b" }],
  ["notAddressed.over", { state: "superseded" }],
  ["toKnow", { reason: "toKnow", state: "delivered" }],
  ["planned.until", { reason: "planned", state: "queued", until: at }],
  ["planned.snoozed", { reason: "planned", state: "delivered", until: at }],
  ["planned.open", { reason: "planned", state: "queued" }],
  ["delivered", { reason: "delivered", state: "taken" }],
  ["letGo", { reason: "letGo", state: "letGo" }],
  ["unheard.named", { reason: "letGo", state: "letGo", unheard: "named" }],
  ["unheard.asks", { reason: "letGo", state: "letGo", unheard: "asks" }],
  ["lapsed", { reason: "lapsed", state: "lapsed" }],
])("%s has a sentence of its own", (key, fields) => {
  expect(whyWords(answer(fields)).key).toBe(key);
});

test("when it came is said where the sentence does not say it", () => {
  expect(cameAt(answer({ reason: "lapsed", deliveredAt: at }))).toBe(at);
  expect(cameAt(answer({ reason: "delivered", deliveredAt: at }))).toBeNull();
});
