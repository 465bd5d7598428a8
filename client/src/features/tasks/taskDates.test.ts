import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import {
  dayAfter,
  daysUntil,
  estimateWords,
  exactDate,
  instantOf,
  isPast,
  readEstimate,
  readTime,
  shortDate,
  theirDate,
} from "./taskDates";

beforeAll(() => i18next.init({ lng: "en", resources: {} }));

const now = new Date("2026-11-23T09:00:00Z");
const day = (date: string) => ({ date, time: null, zone: null });
const lisbon = { date: "2026-11-27", time: "15:00", zone: "Europe/Lisbon" };

test("a time means the same instant for everybody", () => {
  expect(instantOf(lisbon).toISOString()).toBe("2026-11-27T15:00:00.000Z");
  expect(instantOf({ ...lisbon, zone: "Asia/Tokyo" }).toISOString()).toBe("2026-11-27T06:00:00.000Z");
  expect(instantOf({ ...lisbon, zone: "America/Denver" }).toISOString()).toBe("2026-11-27T22:00:00.000Z");
});

test("a time on the day the clocks change is the one on the wall", () => {
  expect(instantOf({ date: "2026-10-25", time: "12:00", zone: "Europe/Berlin" }).toISOString()).toBe(
    "2026-10-25T11:00:00.000Z",
  );
  expect(instantOf({ date: "2026-03-29", time: "12:00", zone: "Europe/Berlin" }).toISOString()).toBe(
    "2026-03-29T10:00:00.000Z",
  );
  expect(instantOf({ date: "2026-03-29", time: "00:30", zone: "Europe/Berlin" }).toISOString()).toBe(
    "2026-03-28T23:30:00.000Z",
  );
});

test("it is shown in the reader's zone, with the zone it was set in on hover", () => {
  expect(shortDate(lisbon, "Europe/Lisbon", now)).toBe("Fri 15:00");
  expect(shortDate(lisbon, "Asia/Tokyo", now)).toBe("Sat 00:00");
  expect(exactDate(lisbon, "Asia/Tokyo")).toContain("(15:00 Europe/Lisbon)");
});

test("what was meant in another zone is said beside it, with its day when that is another one", async () => {
  i18next.addResource("en", "tasks", "date.theirs", "{{time}} in {{city}}");
  expect(theirDate({ ...lisbon, time: "09:30" }, "Asia/Tokyo")).toBe("09:30 in Lisbon");
  expect(theirDate(lisbon, "Asia/Tokyo")).toBe("Fri 15:00 in Lisbon");
  expect(theirDate(lisbon, "Europe/Lisbon")).toBeNull();
  expect(theirDate(lisbon, "Europe/London")).toBeNull();
  expect(theirDate(day("2026-11-27"), "Asia/Tokyo")).toBeNull();
});

test("a time is read as people write it", () => {
  const read = ["17:30", "1730", "9", "09.15", "5:30 pm", "12am", "12 PM", "7h05", ""].map(readTime);
  expect(read).toEqual(["17:30", "17:30", "09:00", "09:15", "17:30", "00:00", "12:00", "07:05", null]);
  expect(["25:00", "12:60", "noon", "13 pm", "1:2"].map(readTime)).toEqual(Array(5).fill(undefined));
});

test("a date without a time is that day everywhere and past only after it", () => {
  expect(shortDate(day("2026-11-27"), "Asia/Tokyo", now)).toBe("Fri");
  expect(isPast(day("2026-11-23"), "Europe/Lisbon", now)).toBe(false);
  expect(isPast(day("2026-11-22"), "Europe/Lisbon", now)).toBe(true);
  expect(isPast({ date: "2026-11-23", time: "08:00", zone: "UTC" }, "UTC", now)).toBe(true);
  expect(daysUntil(day("2026-11-30"), "UTC", now)).toBe(7);
  expect(dayAfter(1, "Asia/Tokyo", new Date("2026-11-23T20:00:00Z"))).toBe("2026-11-25");
});

test.each([
  ["2h", 120],
  ["1.5 h", 90],
  ["1,5h", 90],
  ["1:30", 90],
  ["2h 30m", 150],
  ["2 Std. 15 min", 135],
  ["45", 45],
  ["45 min", 45],
  ["", null],
  ["soon", undefined],
])("%j is read as %j minutes", (text, minutes) => {
  expect(readEstimate(text)).toBe(minutes);
});

test("what is shown can be read again", () => {
  for (const minutes of [1, 45, 60, 90, 605]) expect(readEstimate(estimateWords(minutes))).toBe(minutes);
});
