import { expect, test } from "vitest";
import { Replica } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { changeDraft, dropDraft, partsOf } from "./drafts";

const draft = async (db: Replica, id: string) => partsOf(await db.drafts.get(id));

test("a draft is still there after the page was left", async () => {
  const db = await newReplica();
  await changeDraft(db, "chat:space", { body: "Half a tho" });
  db.close();

  const again = new Replica(db.personId);

  expect((await draft(again, "chat:space")).body).toBe("Half a tho");
});

test("each place has its own", async () => {
  const db = await newReplica();
  await changeDraft(db, "chat:space", { body: "here" });
  await changeDraft(db, "topic:topic", { body: "there" });

  await dropDraft(db, "chat:space");

  expect((await draft(db, "chat:space")).body).toBe("");
  expect((await draft(db, "topic:topic")).body).toBe("there");
});

test("writing on keeps the quote, and a quote keeps what was written", async () => {
  const db = await newReplica();
  const quote = { messageId: "m", authorId: "ben", excerpt: "What he said" };
  await changeDraft(db, "chat:space", { body: "I think" });
  await changeDraft(db, "chat:space", { quote });
  await changeDraft(db, "chat:space", { body: "I think so" });

  expect(await draft(db, "chat:space")).toMatchObject({ body: "I think so", quote });
});

test("an empty draft leaves nothing behind, but a quote alone is one", async () => {
  const db = await newReplica();
  await changeDraft(db, "chat:space", { body: "x", quote: { messageId: "m", authorId: "ben", excerpt: "" } });
  await changeDraft(db, "chat:space", { body: " " });
  expect(await db.drafts.count()).toBe(1);

  await changeDraft(db, "chat:space", { quote: null });
  expect(await db.drafts.count()).toBe(0);
});
