import { beforeEach, expect, test } from "vitest";
import { type Replica, submit } from "../../kernel/replica";
import { applyChanges } from "../../kernel/replica/receive";
import { change, newReplica } from "../../kernel/testing/TestServer";
import "../messages/messageChanges";
import { topic } from "../messages/someMessages";
import { closeTopic } from "./closeTopic";
import { followTopic } from "./followTopic";
import { openTopic } from "./openTopic";
import { renameTopic } from "./renameTopic";
import { reopenTopic } from "./reopenTopic";
import "./topicChanges";
import { unfollowTopic } from "./unfollowTopic";

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "space", version: 0 });
  await db.topics.put(topic("t"));
});

const found = () => db.topics.get("t");

test("opening a topic shows it with its opening post, both pending", async () => {
  const written = { title: "Where?", body: "Lisbon?", html: "<p>Lisbon?</p>", attachments: [] };
  const command = openTopic({ spaceId: "space", authorId: "ada", ...written });
  const { id, messageId } = command.body as { id: string; messageId: string };

  await submit(db, command);

  expect(await db.topics.get(id)).toMatchObject({ title: "Where?", openingMessageId: messageId, sync: "pending" });
  expect(await db.messages.get(messageId)).toMatchObject({
    streamId: id,
    body: "Lisbon?",
    postedAt: expect.any(String),
  });
  expect((await db.topics.get(id))?.messageCount).toBe(1);
});

test("a rename of mine and a close of somebody else both stay", async () => {
  await submit(db, renameTopic(topic("t"), "When?"));
  const closure = { outcome: "answer", text: "May", html: "<p>May</p>", taskIds: [], by: "ben", at: "2026-11-24" };
  await applyChanges(db, [change("space", 1, "topic.closed", { id: "t", closure } as { id: string })]);

  expect(await found()).toMatchObject({ title: "When?", closure });
});

test("closing states the outcome; reopening keeps it as the earlier one", async () => {
  const conclusion = { outcome: "tasks", text: "Go", html: "<p>Go</p>", taskIds: ["a"] } as const;
  const command = closeTopic(topic("t"), "ada", { ...conclusion, taskIds: ["a"] });
  await submit(db, command);
  expect(command.body).toEqual({ outcome: "tasks", text: "Go", taskIds: ["a"] });
  expect((await found())?.closure).toMatchObject({ ...conclusion, by: "ada" });

  await submit(db, reopenTopic((await found()) ?? topic("t")));
  expect(await found()).toMatchObject({ closure: null, earlierClosure: { ...conclusion, by: "ada" } });

  await submit(db, command);
  expect(await found()).toMatchObject({ closure: conclusion, earlierClosure: null });
});

test("nothing further needs no words", () => {
  const command = closeTopic(topic("t"), "ada", { outcome: "nothing", text: "", html: "", taskIds: [] });

  expect(command.body).toEqual({ outcome: "nothing" });
});

test("following twice is following once", async () => {
  await submit(db, followTopic(topic("t"), "ada"));
  await submit(db, followTopic(topic("t"), "ada"));
  expect((await found())?.followerIds).toEqual(["ben", "ada"]);

  await submit(db, unfollowTopic(topic("t"), "ada"));
  expect((await found())?.followerIds).toEqual(["ben"]);
});
