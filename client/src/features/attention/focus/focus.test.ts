import { expect, test } from "vitest";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { endedAt, focusFrom, inMinutes, overAt, runningAt, typedUntil, zoneOn } from "./focus";

const entry = (more: Partial<CalendarEntryResponse>): CalendarEntryResponse => ({
  id: "one",
  kind: "focus",
  title: "",
  firstDay: null,
  lastDay: null,
  start: null,
  end: null,
  week: null,
  workedOn: null,
  zone: null,
  substituteId: null,
  resume: null,
  ...more,
});
const once = (more: Partial<CalendarEntryResponse>) =>
  entry({ firstDay: "2026-11-23", lastDay: "2026-11-23", start: "09:00", end: "11:30", ...more });
const at = (time: string) => new Date(`2026-11-${time}Z`);

test("what was entered for today holds until its end, to the minute", () => {
  const all = [once({})];
  expect(runningAt(at("23T08:59:59"), all, "UTC")).toBeUndefined();
  expect(runningAt(at("23T09:00:00"), all, "UTC")?.until).toEqual(at("23T11:30:00"));
  expect(runningAt(at("23T11:30:00"), all, "UTC")).toBeUndefined();
});

test("it is by the clock where one is", () => {
  expect(runningAt(at("23T16:30:00"), [once({})], "America/Denver")?.until).toEqual(at("23T18:30:00"));
  const stay = entry({ kind: "stay", firstDay: "2026-11-20", lastDay: "2026-11-24", zone: "Asia/Tokyo" });
  expect(zoneOn("2026-11-23", "Europe/Lisbon", [stay])).toBe("Asia/Tokyo");
  expect(zoneOn("2026-11-25", "Europe/Lisbon", [stay])).toBe("Europe/Lisbon");
});

test("over midnight, and until midnight", () => {
  expect(runningAt(at("24T00:30:00"), [once({ start: "23:00", end: "01:00" })], "UTC")?.until).toEqual(
    at("24T01:00:00"),
  );
  expect(runningAt(at("23T23:59:00"), [once({ start: "23:00", end: "24:00" })], "UTC")?.until).toEqual(
    at("24T00:00:00"),
  );
});

test("over the turn of the year as over any midnight", () => {
  const eve = once({ firstDay: "2026-12-31", lastDay: "2026-12-31", start: "23:30", end: "00:30" });
  expect(runningAt(new Date("2027-01-01T00:10:00Z"), [eve], "UTC")?.until).toEqual(new Date("2027-01-01T00:30:00Z"));
});

test("one of every week holds on its days; what is entered for today goes before it", () => {
  const weekly = entry({ id: "weekly", week: "Mo-Th 09:00-11:00" });
  expect(runningAt(at("24T10:00:00"), [weekly], "UTC")?.until).toEqual(at("24T11:00:00"));
  expect(runningAt(at("27T10:00:00"), [weekly], "UTC")).toBeUndefined();
  expect(runningAt(at("23T10:00:00"), [weekly, once({})], "UTC")?.entry.id).toBe("one");
});

test("the newest line is shown when its focus is over, for three days", () => {
  const older = once({ id: "older", start: "07:00", end: "08:00", resume: "Page 3" });
  const all = [older, once({ resume: "The third chapter" })];
  expect(overAt(at("23T10:00:00"), all, "UTC")?.id).toBe("older");
  expect(overAt(at("23T11:30:00"), all, "UTC")?.id).toBe("one");
  expect(overAt(at("27T11:30:00"), all, "UTC")).toBeUndefined();
  expect(overAt(at("23T12:00:00"), [once({})], "UTC")).toBeUndefined();
});

test("it begins with this minute and ends with one, where one is", () => {
  const now = at("23T09:10:42");
  expect(inMinutes(now, 50)).toEqual(at("23T10:00:00"));
  expect(focusFrom(now, inMinutes(now, 50), " Page 3 ", "Europe/Berlin")).toEqual({
    kind: "focus",
    firstDay: "2026-11-23",
    start: "10:10",
    end: "11:00",
    resume: "Page 3",
  });
  expect(typedUntil(now, "09:00", "UTC")).toEqual(at("24T09:00:00"));
  expect(typedUntil(now, "12:15", "UTC")).toEqual(at("23T12:15:00"));
});

test("ended early it is over at once; in its first minute nothing is left of it", () => {
  expect(endedAt(at("23T10:00:30"), once({ resume: "Page 3" }), "UTC")).toMatchObject({
    end: "10:00",
    resume: "Page 3",
  });
  expect(endedAt(at("23T09:00:30"), once({}), "UTC")).toBeNull();
});
