import { expect, test } from "vitest";
import { newReplica, registerPlainChanges } from "../testing/TestServer";
import { moveOutbox, openInMemory } from "./openReplica";
import { sendable, submit } from "./outbox";
import { isFull } from "./storage";

registerPlainChanges();

test("what waits on a full device goes on from memory, in its order", async () => {
  const [full, memory] = [await newReplica(), await openInMemory("ada")];
  for (const name of ["one", "two"]) {
    await submit(full, {
      spaceId: "s",
      method: "POST",
      path: `/spaces/s/lists/${name}`,
      predicts: [{ kind: "list.created", itemId: name, payload: { id: name, spaceId: "s", name } }],
    });
  }

  await moveOutbox(full, memory);

  expect((await sendable(memory)).map((entry) => entry.path)).toEqual(["/spaces/s/lists/one", "/spaces/s/lists/two"]);
  expect(await full.outbox.count()).toBe(0);
});

test("a replica in memory is nobody else's", async () => {
  const [one, other] = [await openInMemory("ada"), await openInMemory("ada")];
  await one.meta.put({ key: "lastSpace", value: "s" });

  expect(await other.meta.count()).toBe(0);
});

test("no room is known through whatever wraps it", () => {
  expect(isFull({ name: "QuotaExceededError" })).toBe(true);
  expect(isFull({ name: "AbortError", inner: { name: "QuotaExceededError" } })).toBe(true);
  expect(isFull(new Error("Something else"))).toBe(false);
  expect(isFull(undefined)).toBe(false);
});
