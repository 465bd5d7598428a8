import { expect, test } from "vitest";
import { topicRights } from "./topicRights";

const topic = { openedBy: "ada" };

test("a topic is closed by whoever may close any, and by its opener who may close their own", () => {
  expect(topicRights(topic, { can: ["topic.close.any"] }, "ben").close).toBe(true);
  expect(topicRights(topic, { can: ["topic.close.own"] }, "ada").close).toBe(true);
  expect(topicRights(topic, { can: ["topic.close.own"] }, "ben").close).toBe(false);
});

test("a guest follows a topic, and renames none, not even what they opened before", () => {
  expect(topicRights(topic, { can: ["message.post"] }, "ada")).toEqual({ close: false, rename: false, follow: true });
});

test("in an archived space a topic is for reading", () => {
  expect(topicRights(topic, { can: ["space.archive", "space.leave"] }, "ada")).toEqual({
    close: false,
    rename: false,
    follow: false,
  });
});
