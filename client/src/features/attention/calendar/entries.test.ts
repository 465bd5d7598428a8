import { expect, test } from "vitest";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { daysOf, marksOf, requestOf, weekOf } from "./entries";

const entry = (fields: Partial<CalendarEntryResponse>): CalendarEntryResponse => ({
  id: "1",
  kind: "leave",
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
  ...fields,
});

test("a weekly block is read as it was written, however the server puts its days together", () => {
  expect(weekOf([0, 2], "09:00", "11:00")).toBe("Mo,We 09:00-11:00");
  expect(daysOf("Mo 09:00-11:00; We 09:00-11:00")).toEqual({ days: [0, 2], start: "09:00", end: "11:00" });
  expect(daysOf("Mo-We 22:00-06:00")).toEqual({ days: [0, 1, 2], start: "22:00", end: "06:00" });
  expect(daysOf("Mo 09:00-11:00; We 10:00-11:00")).toBeNull();
});

test("leave that goes over the year's end is marked in both years, and covers a holiday", () => {
  const leave = entry({ firstDay: "2026-12-30", lastDay: "2027-01-02" });
  const holidays = [{ day: "2027-01-01", name: "New Year" }];

  expect([...marksOf(2026, [leave], []).keys()]).toEqual(["2026-12-30", "2026-12-31"]);
  const marks = marksOf(2027, [leave], holidays);
  expect([...marks.keys()]).toEqual(["2027-01-01", "2027-01-02"]);
  expect(marks.get("2027-01-01")?.kind).toBe("leave");
});

test("an entry is brought back with the fields of its kind alone", () => {
  const hours = entry({
    kind: "hoursOff",
    firstDay: "2026-11-25",
    lastDay: "2026-11-25",
    start: "09:00",
    end: "10:00",
  });

  expect(requestOf(hours)).not.toHaveProperty("lastDay");
  expect(requestOf(entry({ firstDay: "2026-11-25", lastDay: "2026-11-26" }))).toHaveProperty("lastDay", "2026-11-26");
});
