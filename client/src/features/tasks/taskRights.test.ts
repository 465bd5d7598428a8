import { expect, test } from "vitest";
import { taskRights } from "./taskRights";
import { space, task } from "./testing/board";

const guests = space({ role: "guest", can: ["message.post", "task.work.assigned", "attachment.add"] });
const mine = task("t", { assignees: [{ personId: "gus", state: "none" }] });

test("a guest works on a task that is theirs, and on no other", () => {
  expect(taskRights(guests, mine, "gus")).toMatchObject({ edit: false, move: true, work: true, comment: true });
  expect(taskRights(guests, task("u"), "gus")).toMatchObject({ edit: false, move: false, work: false, comment: true });
});

test("what the server leaves out may not be done", () => {
  const rights = taskRights(space({ can: ["space.leave"] }), mine, "ada");
  expect(Object.values(rights).every((may) => !may)).toBe(true);
});
