import { expect, test } from "vitest";
import type { TaskResponse, TopicResponse } from "../../../kernel/api/types";
import { registerChanges } from "../../../kernel/replica";
import { applyChanges } from "../../../kernel/replica/receive";
import { change, newReplica } from "../../../kernel/testing/TestServer";
import { findThings } from "./candidates";

registerChanges({
  "task.created": (tx, { payload }) => tx.tasks.put(payload),
  "topic.opened": (tx, { payload }) => tx.topics.put(payload),
});

test("what has several words that begin alike is offered once", async () => {
  const db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 0 });
  const topic = { id: "a", spaceId: "s", title: "When do we launch?" } as unknown as TopicResponse;
  const task = { id: "b", spaceId: "s", key: "WEB-1", title: "Write what we want", assignees: [], deletedAt: null };
  await applyChanges(db, [
    change("s", 1, "topic.opened", topic),
    change("s", 2, "task.created", task as unknown as TaskResponse),
  ]);

  expect((await findThings(db, "s", "w")).map(({ id }) => id)).toEqual(["b", "a"]);
});
