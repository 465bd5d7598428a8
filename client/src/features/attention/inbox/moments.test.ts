import { expect, test } from "vitest";
import { endsOfWork, leftOf, startsOfWork, workBetween } from "./moments";

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

test("what is left is my working time, not the clock's", () => {
  const [monday, tuesday] = [new Date("2026-11-23T15:00:00Z"), new Date("2026-11-24T10:30:00Z")];

  expect(workBetween("Mo-Fr 09:00-17:00", "Europe/Lisbon", monday, tuesday)).toBe(210);
  expect(workBetween(null, "Europe/Lisbon", new Date("2026-11-27T17:00:00Z"), new Date("2026-11-30T09:00:00Z"))).toBe(
    0,
  );
});

test("a night that began yesterday counts until its end", () => {
  const [early, late] = [new Date("2026-11-24T02:00:00Z"), new Date("2026-11-24T23:00:00Z")];

  expect(workBetween("Mo-Fr 22:00-06:00", "UTC", early, late)).toBe(300);
});

test("an hour that summer time skips is not worked", () => {
  const [evening, morning] = [new Date("2027-03-27T22:00:00Z"), new Date("2027-03-28T10:00:00Z")];

  expect(workBetween("Mo-Su 00:00-04:00", "Europe/Lisbon", evening, morning)).toBe(180);
});

test("it is said as people say it", () => {
  expect([0, 90, 150, 960].map((minutes) => leftOf(minutes))).toEqual([
    { key: "none", count: 0 },
    { key: "minutes", count: 90 },
    { key: "hours", count: 2 },
    { key: "days", count: 2 },
  ]);
});
