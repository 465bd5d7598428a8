import { expect, test } from "vitest";
import { type Command, submit } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { changeTask } from "../tasks/changeTask";
import "../tasks/taskChanges";
import { list, task } from "../tasks/testing/board";
import { nameOfEntry } from "./nameOfEntry";

async function named(command: Command) {
  const db = await newReplica();
  await db.lists.put(list("todo", { name: "To do" }));
  await db.tasks.put(task("t"));
  await submit(db, command);
  const entry = await db.outbox.toCollection().first();
  return entry && nameOfEntry(db, entry);
}

test("a change is called by what it changes, with the way there", async () => {
  expect(await named(changeTask(task("t"), { priority: "high" }))).toEqual({
    name: "Fix the sign-in page",
    link: "/t/t",
  });
});

test("a message is called by its words", async () => {
  const payload = { id: "m", html: "<p>See you <b>tomorrow</b></p>", place: { kind: "chat", id: "s" } };
  const command = {
    spaceId: "s",
    method: "POST" as const,
    path: "/spaces/s/messages",
    predicts: [{ kind: "message.posted", itemId: "m", payload }],
  };

  expect((await named(command))?.name).toBe("See you tomorrow");
});
