import { expect, test } from "vitest";
import { emptyWeek, paint, readWeek, stretchesOf, writeWeek } from "./week";

test.each([
  "Mo-Fr 09:00-17:00",
  "Mo-Th 09:00-12:00,13:00-17:00; Fr 09:00-13:00",
  "Su 22:00-06:00",
  "Mo-Tu 22:00-06:00; Th 08:15-08:45",
  "Mo-Su 00:00-24:00",
])("%s is read and written as it is", (hours) => expect(writeWeek(readWeek(hours))).toBe(hours));

test("what touches becomes one, and more than a day is cut at midnight", () => {
  const morning = paint(emptyWeek(), { day: 0, start: 540, end: 720 }, true);
  expect(writeWeek(paint(morning, { day: 0, start: 720, end: 1020 }, true))).toBe("Mo 09:00-17:00");
  const long = paint(emptyWeek(), { day: 5, start: 1320, end: 1320 + 26 * 60 }, true);
  expect(writeWeek(long)).toBe("Sa 22:00-24:00; Su 00:00-24:00");
});

test("painting takes away too, and leaves the week it began with", () => {
  const week = readWeek("Mo-Fr 09:00-17:00");
  const noon = paint(week, { day: 2, start: 720, end: 780 }, false);
  expect(writeWeek(noon)).toBe("Mo-Tu 09:00-17:00; We 09:00-12:00,13:00-17:00; Th-Fr 09:00-17:00");
  expect(writeWeek(week)).toBe("Mo-Fr 09:00-17:00");
});

test("a night over the end of the week belongs to Sunday", () =>
  expect(stretchesOf(readWeek("Su 22:00-06:00"))).toEqual([{ day: 6, start: 1320, end: 1800 }]));
