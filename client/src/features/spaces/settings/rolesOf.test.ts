import { expect, test } from "vitest";
import { rolesOf } from "./rolesOf";

test("a member may be given any role", () => {
  expect(rolesOf("member", "member", 1)).toEqual(["admin", "member", "guest"]);
  expect(rolesOf("admin", "owner", 2)).toEqual(["admin", "member", "guest"]);
});

test("a guest of the workspace stays a guest of the space", () => {
  expect(rolesOf("guest", "guest", 1)).toEqual(["guest"]);
});

test("the last admin stays one", () => {
  expect(rolesOf("admin", "member", 1)).toEqual(["admin"]);
});
