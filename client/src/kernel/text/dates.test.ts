import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { dayIn, shortDay, shortTime } from "./dates";

beforeAll(() => i18next.init({ lng: "en", resources: {} }));

const now = new Date("2026-11-23T09:00:00Z");

test("an instant of today shows its clock in the reader's zone", () => {
  expect(shortTime("2026-11-23T08:30:00Z", "Europe/Lisbon", now)).toBe("today 08:30");
  expect(shortTime("2026-11-23T08:30:00Z", "Asia/Tokyo", now)).toBe("today 17:30");
});

test("late evening in Denver is still yesterday there", () => {
  expect(shortTime("2026-11-23T05:00:00Z", "America/Denver", now)).toBe("yesterday 22:00");
});

test("days get their names within the week and their date beyond", () => {
  expect(shortDay("2026-11-24", "UTC", now)).toBe("tomorrow");
  expect(shortDay("2026-11-27", "UTC", now)).toBe("Fri");
  expect(shortDay("2026-12-03", "UTC", now)).toBe("3 Dec");
  expect(shortDay("2025-11-03", "UTC", now)).toBe("3 Nov 2025");
});

test("the day depends on the zone", () => {
  expect(dayIn(new Date("2026-11-23T23:30:00Z"), "Asia/Tokyo")).toBe("2026-11-24");
});
