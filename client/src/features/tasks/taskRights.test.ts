import { expect, test } from "vitest";
import { mayDetach, taskRights } from "./taskRights";
import { space, task } from "./testing/board";

const guests = space({ role: "guest", can: ["message.post", "task.work.assigned", "attachment.add"] });
const mine = task("t", { assignees: [{ personId: "gus", state: "none" }] });
const nothing = {
  edit: false,
  move: false,
  send: false,
  work: false,
  ownSteps: false,
  remove: false,
  create: false,
  comment: false,
  attach: false,
};

test("a guest works on a task that is theirs, and on no other but for steps that are theirs", () => {
  expect(taskRights(guests, mine, "gus")).toEqual({
    ...nothing,
    move: true,
    work: true,
    ownSteps: true,
    comment: true,
    attach: true,
  });
  expect(taskRights(guests, task("u"), "gus")).toEqual({ ...nothing, ownSteps: true, comment: true });
});

test("a guest takes off a task only their own file", () => {
  const may = taskRights(guests, mine, "gus");
  expect(mayDetach(may, { uploadedById: "gus" }, "gus")).toBe(true);
  expect(mayDetach(may, { uploadedById: "ben" }, "gus")).toBe(false);
  expect(mayDetach(taskRights(guests, task("u"), "gus"), { uploadedById: "gus" }, "gus")).toBe(false);
  expect(mayDetach({ ...may, edit: true }, { uploadedById: "gus" }, "ben")).toBe(true);
});

test("what the server leaves out may not be done", () => {
  const rights = taskRights(space({ can: ["space.leave"] }), mine, "ada");
  expect(Object.values(rights).every((may) => !may)).toBe(true);
});
