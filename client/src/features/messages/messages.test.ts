import { beforeEach, expect, test } from "vitest";
import { type Replica, submit } from "../../kernel/replica";
import { confirm, discard, refuse, retry } from "../../kernel/replica/outbox";
import { applyChanges } from "../../kernel/replica/receive";
import { change, newReplica } from "../../kernel/testing/TestServer";
import { deleteMessage } from "./deleteMessage";
import { editMessage } from "./editMessage";
import "../tasks/taskChanges";
import "../topics/topicChanges";
import "./messageChanges";
import { postMessage } from "./postMessage";
import { reactToMessage } from "./reactToMessage";
import { restoreMessage } from "./restoreMessage";
import { message, space, topic } from "./someMessages";
import { withdrawReaction } from "./withdrawReaction";

let db: Replica;
const chat = { kind: "chat", id: "space", spaceId: "space" } as const;
const thread = { kind: "thread", id: "root", spaceId: "space" } as const;
const inTopic = { kind: "topic", id: "topic", spaceId: "space" } as const;
const hello = { authorId: "ada", body: "Hello", html: "<p>Hello</p>" };

beforeEach(async () => {
  db = await newReplica();
  await db.positions.put({ spaceId: "space", version: 0 });
  await db.spaces.put(space);
  await db.topics.put(topic("topic"));
  await applyChanges(db, [change("space", 1, "message.posted", message("root"))]);
});

const row = (id: string) => db.messages.get(id);
const postedId = (command: { body?: unknown }) => (command.body as { id: string }).id;

test("a message of mine is painted at once, pending, and confirmed by its change", async () => {
  const command = postMessage(chat, hello);
  const id = postedId(command);

  await submit(db, command);
  expect(await row(id)).toMatchObject({ body: "Hello", sync: "pending", streamId: "space" });

  await applyChanges(db, [change("space", 2, "message.posted", message(id, { ...hello, html: "<p>Hello</p>\n" }))]);
  await confirm(db, 1, [{ spaceId: "space", version: 2 }]);
  expect(await row(id)).toMatchObject({ html: "<p>Hello</p>\n" });
  expect((await row(id))?.sync).toBeUndefined();
});

test("a reply counts up its root once, however often it is announced", async () => {
  const command = postMessage(thread, hello);
  const id = postedId(command);

  await submit(db, command);
  expect((await row("root"))?.replyCount).toBe(1);

  await applyChanges(db, [change("space", 2, "message.posted", message(id, { threadId: "root" }))]);
  await confirm(db, 1, [{ spaceId: "space", version: 2 }]);
  expect((await row("root"))?.replyCount).toBe(1);
  expect((await row(id))?.streamId).toBe("root");
});

test("a message in a topic raises its count and its latest word", async () => {
  const place = { kind: "topic", id: "topic" } as const;
  const posted = message("later", { place, postedAt: "2026-11-24T09:00:00.000Z" });

  await applyChanges(db, [change("space", 2, "message.posted", posted)]);

  expect(await db.topics.get("topic")).toMatchObject({ messageCount: 2, lastMessageAt: "2026-11-24T09:00:00.000Z" });
});

test("what is sent names the thread, the quote and the attachments, and nothing that is empty", () => {
  const attachments = [
    {
      id: "file",
      uploadedById: "ada",
      name: "a.png",
      size: 1,
      type: "image/png",
      width: 1,
      height: 1,
      url: "/a",
      preview: "/p",
    },
  ];
  const quote = { messageId: "root", authorId: "ben", excerpt: "root" };

  const full = postMessage(thread, { ...hello, quote, attachments });
  const plain = postMessage(inTopic, hello);

  expect(full.path).toBe("/spaces/space/messages");
  expect(full.body).toMatchObject({ threadId: "root", quoteId: "root", attachmentIds: ["file"] });
  expect(plain.path).toBe("/topics/topic/messages");
  expect(Object.keys(plain.body as object)).toEqual(["id", "body"]);
});

test("a slow clock does not put my message above the one I answer", () => {
  const after = new Date(Date.now() + 60_000).toISOString();
  const payloads = postMessage(chat, { ...hello, after }).predicts.map((one) => one.payload as { postedAt: string });

  expect(payloads.every(({ postedAt }) => postedAt > after)).toBe(true);
});

test("an edit is painted and marked", async () => {
  await submit(db, editMessage(message("root"), "Better", "<p>Better</p>"));

  const edited = await row("root");
  expect(edited).toMatchObject({ body: "Better", html: "<p>Better</p>" });
  expect(edited?.editedAt).not.toBeNull();
});

test("a deleted message leaves its place and nothing of what it said; undo brings it back", async () => {
  const before = message("root", { reactions: [{ emoji: "👍", personIds: ["ada"] }] });
  await db.messages.put({ ...before, streamId: "space" });

  await submit(db, deleteMessage(before));
  expect(await row("root")).toMatchObject({ body: "", html: "", reactions: [], attachments: [] });

  await submit(db, restoreMessage(before));
  expect(await row("root")).toMatchObject({ body: "root", deletedAt: null, reactions: before.reactions });
});

test("one that is restored but was never read here does not appear alone", async () => {
  await applyChanges(db, [change("space", 2, "message.restored", message("unknown"))]);

  expect(await row("unknown")).toBeUndefined();
});

test("reacting twice is reacting once, and taking the last one back removes the emoji", async () => {
  await submit(db, reactToMessage(message("root"), "👍", "ada"));
  await submit(db, reactToMessage(message("root"), "👍", "ada"));
  await applyChanges(db, [
    change("space", 2, "message.reacted", { id: "root", emoji: "👍", personId: "ben" } as { id: string }),
  ]);
  expect((await row("root"))?.reactions).toEqual([{ emoji: "👍", personIds: ["ben", "ada"] }]);

  await submit(db, withdrawReaction(message("root"), "👍", "ada"));
  await submit(db, withdrawReaction(message("root"), "👍", "ben"));
  expect((await row("root"))?.reactions).toEqual([]);
});

test("an emoji is safe in an address", () => {
  expect(reactToMessage(message("root"), "👍🏽", "ada").path).toBe("/messages/root/reactions/%F0%9F%91%8D%F0%9F%8F%BD");
});

test("a refused message keeps its text until it is edited or given up", async () => {
  const command = postMessage(chat, hello);
  await submit(db, command);
  await refuse(db, 1, { title: "Too long.", status: 400, code: "invalid" });
  expect(await row(postedId(command))).toMatchObject({ body: "Hello", sync: "refused" });

  await retry(db, 1, { body: { ...(command.body as object), body: "Short" } });
  expect(await row(postedId(command))).toMatchObject({ sync: "pending" });

  await refuse(db, 1, { title: "Too long.", status: 400, code: "invalid" });
  await discard(db, 1);
  expect(await row(postedId(command))).toBeUndefined();
});
