import { expect, test } from "vitest";
import type { MeResponse, PersonResponse } from "../../kernel/api/types";
import { standingsOf } from "./standingsOf";

const me = (...can: MeResponse["can"]) => ({ can, person: { id: "ada" } as PersonResponse });
const person = (more: Partial<PersonResponse> = {}) =>
  ({ id: "ben", former: false, workspaceRole: "member", ...more }) as PersonResponse;

test("an owner gives any standing, to other owners too", () => {
  const owner = me("workspace.manage", "workspace.own");

  expect(standingsOf(owner, person())).toEqual(["owner", "admin", "member", "guest"]);
  expect(standingsOf(owner, person({ workspaceRole: "owner" }))).toHaveLength(4);
});

test("an admin makes nobody an owner, and leaves owners alone", () => {
  const admin = me("workspace.manage");

  expect(standingsOf(admin, person())).toEqual(["admin", "member", "guest"]);
  expect(standingsOf(admin, person({ workspaceRole: "owner" }))).toEqual([]);
});

test("nobody changes themselves, those who left, or anything without the right", () => {
  expect(standingsOf(me("workspace.manage", "workspace.own"), person({ id: "ada" }))).toEqual([]);
  expect(standingsOf(me("workspace.manage"), person({ former: true }))).toEqual([]);
  expect(standingsOf(me("people.see"), person())).toEqual([]);
});
