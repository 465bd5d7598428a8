import { expect, test } from "vitest";
import { endsOfWork, startsOfWork } from "./moments";

const at = (list: { key: string; at: string }[]) => list.map((one) => `${one.key} ${one.at.slice(0, 16)}`);

test("at work it can come back in two hours, tomorrow or on Monday", () => {
  const tuesday = new Date("2026-11-24T10:00:00Z");

  expect(at(startsOfWork("Mo-Fr 09:00-17:00", "Europe/Lisbon", tuesday))).toEqual([
    "later 2026-11-24T12:00",
    "nextDay 2026-11-25T09:00",
    "nextWeek 2026-11-30T09:00",
  ]);
});

test("late on a Friday it comes back on Monday, once", () => {
  const friday = new Date("2026-11-27T16:30:00Z");

  expect(at(startsOfWork(null, "Europe/Lisbon", friday))).toEqual(["nextDay 2026-11-30T09:00"]);
});

test("moments are of my zone, whatever the device says", () => {
  const evening = new Date("2026-11-24T20:00:00Z");

  expect(at(startsOfWork("Mo-Fr 09:00-17:00", "Asia/Tokyo", evening))).toEqual([
    "nextDay 2026-11-26T00:00",
    "nextWeek 2026-11-30T00:00",
  ]);
});

test("what I take is done by the end of a day of mine, over midnight too", () => {
  const night = new Date("2026-11-24T23:00:00Z");

  expect(at(endsOfWork("Mo-Fr 22:00-06:00", "UTC", night))).toEqual([
    "today 2026-11-25T06:00",
    "nextDay 2026-11-26T06:00",
    "nextWeek 2026-12-02T06:00",
  ]);
});
