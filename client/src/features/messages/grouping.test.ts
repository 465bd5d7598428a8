import { expect, test } from "vitest";
import { grouped } from "./grouping";
import { message } from "./someMessages";

const at = (time: string, more = {}) => message(time, { postedAt: `2026-11-${time}:00.000Z`, ...more });
const joined = (...messages: ReturnType<typeof at>[]) => grouped(messages, "Europe/Lisbon").map((one) => one.joined);

test("what one person says within five minutes shares a face", () => {
  expect(joined(at("23T09:00"), at("23T09:04"), at("23T09:09"))).toEqual([false, true, false]);
});

test("another person, a quote or a deleted one before begins anew", () => {
  const quote = { messageId: "m", authorId: "ada", excerpt: "" };
  expect(joined(at("23T09:00"), at("23T09:01", { authorId: "ada" }))).toEqual([false, false]);
  expect(joined(at("23T09:00"), at("23T09:01", { quote }))).toEqual([false, false]);
  expect(joined(at("23T09:00", { deletedAt: "x" }), at("23T09:01"))).toEqual([false, false]);
});

test("days begin where the reader is", () => {
  const days = (zone: string) => grouped([at("22T23:30"), at("23T00:30")], zone).map((one) => one.day);

  expect(days("Europe/Lisbon")).toEqual(["2026-11-22", "2026-11-23"]);
  expect(days("America/Denver")).toEqual(["2026-11-22", undefined]);
});
