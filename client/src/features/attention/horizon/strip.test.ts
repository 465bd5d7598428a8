import { expect, test } from "vitest";
import { dayAround, percent, shared, within } from "./strip";

const at = (text: string) => Date.parse(text);

test("a day is as long as its clock makes it", () => {
  const autumn = dayAround(new Date("2026-10-25T10:00:00Z"), "Europe/Lisbon");

  expect(new Date(autumn.from).toISOString()).toBe("2026-10-24T23:00:00.000Z");
  expect(new Date(autumn.until).toISOString()).toBe("2026-10-26T00:00:00.000Z");
});

test("of windows that go beyond the day a part is shown", () => {
  const day = { from: at("2026-11-23T00:00:00Z"), until: at("2026-11-24T00:00:00Z") };
  const windows = [
    { from: "2026-11-22T22:00:00Z", until: "2026-11-23T06:00:00Z" },
    { from: "2026-11-23T22:00:00Z", until: null },
    { from: "2026-11-24T09:00:00Z", until: "2026-11-24T17:00:00Z" },
  ];

  expect(within(windows, day)).toEqual([
    { from: day.from, until: at("2026-11-23T06:00:00Z") },
    { from: at("2026-11-23T22:00:00Z"), until: day.until },
  ]);
});

test("hours in common are those in which both work", () => {
  const [nine, noon, five] = ["09", "12", "17"].map((hour) => at(`2026-11-23T${hour}:00:00Z`)) as [
    number,
    number,
    number,
  ];

  expect(shared([{ from: nine, until: five }], [{ from: noon, until: five + 1 }])).toEqual([
    { from: noon, until: five },
  ]);
  expect(shared([{ from: nine, until: noon }], [{ from: noon, until: five }])).toEqual([]);
  expect(percent(noon, { from: nine, until: noon + (noon - nine) })).toBe(50);
});
