import { expect, test } from "vitest";
import { asked, audienceOf, informed } from "./audience";

const around = {
  memberIds: ["ada", "ben", "mei", "gus"],
  informedIds: ["mei"],
  followerIds: ["mei", "gus"],
  assigneeIds: [],
};
const none = { asks: [], informs: [] };

test("a post that names nobody informs only those who learn of it anyway", () => {
  expect([...audienceOf(none, undefined, around, "ada")]).toEqual([["mei", "know"]]);
});

test("what the sheet says counts more than the words, and a person more than a group", () => {
  const envelope = {
    addressees: [
      { group: "followers" as const, role: "review" as const },
      { personId: "gus", role: "know" as const },
    ],
  };

  const audience = audienceOf({ asks: ["ben"], informs: [] }, envelope, around, "ada");

  expect(Object.fromEntries(audience)).toEqual({ mei: "review", ben: "answer", gus: "know" });
  expect(asked(audience)).toEqual(["mei", "ben"]);
  expect(informed(audience)).toEqual(["gus"]);
});

test("neither the sender nor who is not in the space is addressed", () => {
  const audience = audienceOf(
    { asks: ["ada", "mallory"], informs: [] },
    undefined,
    { ...around, informedIds: [] },
    "ada",
  );

  expect(audience.size).toBe(0);
});
