import { expect, test } from "vitest";
import { withWords, wordsIn } from "./words";

test("what was written is told from what was chosen", () => {
  expect(wordsIn({ id: "t", title: "Fix it", priority: "high", description: "" })).toEqual({ title: "Fix it" });
  expect(wordsIn({ estimateMinutes: 90, wipLimit: null, done: true })).toEqual({ estimateMinutes: 90 });
  expect(wordsIn(undefined)).toEqual({});
});

test("other words go out, and are shown wherever the old ones stood, without the old rendering", () => {
  const payload = { id: "t", title: "Old", description: "Long", descriptionHtml: "<p>Long</p>" };
  const command = {
    body: { description: "Long" },
    predicts: [{ kind: "task.changed", itemId: "t", payload }],
  };

  expect(withWords(command, { description: "Short" })).toEqual({
    body: { description: "Short" },
    predicts: [
      {
        kind: "task.changed",
        itemId: "t",
        payload: { id: "t", title: "Old", description: "Short", descriptionHtml: "" },
      },
    ],
  });
});

test("words deep within a prediction are found: an item of a checklist, the opening of a topic", () => {
  const item = {
    body: { text: "Ask" },
    predicts: [{ kind: "checklist.changed", itemId: "t", payload: { id: "t", item: { id: "i", text: "Ask" } } }],
  };
  const topic = {
    body: { title: "When?", body: "Thursday?" },
    predicts: [
      {
        kind: "topic.opened",
        itemId: "p",
        payload: { topic: { title: "When?" }, message: { body: "Thursday?", html: "<p>Thursday?</p>" } },
      },
    ],
  };

  expect(withWords(item, { text: "Ask again" }).predicts[0]?.payload).toEqual({
    id: "t",
    item: { id: "i", text: "Ask again" },
  });
  expect(withWords(topic, { title: "When then?", body: "1 < 2" }).predicts[0]?.payload).toEqual({
    topic: { title: "When then?" },
    message: { body: "1 < 2", html: "<p>1 &lt; 2</p>" },
  });
});

test("what stays as it was keeps its rendering", () => {
  const payload = { title: "Old", description: "Long", descriptionHtml: "<p>Long</p>" };
  const command = { body: { title: "Old", description: "Long" }, predicts: [{ kind: "k", itemId: "t", payload }] };

  expect(withWords(command, { title: "New", description: "Long" }).predicts[0]?.payload).toEqual({
    ...payload,
    title: "New",
  });
});

test("a number stays a number", () => {
  const command = {
    body: { estimateMinutes: 90 },
    predicts: [{ kind: "task.changed", itemId: "t", payload: { id: "t", estimateMinutes: 90 } }],
  };

  expect(withWords(command, { estimateMinutes: 60 })).toEqual({
    body: { estimateMinutes: 60 },
    predicts: [{ kind: "task.changed", itemId: "t", payload: { id: "t", estimateMinutes: 60 } }],
  });
});
