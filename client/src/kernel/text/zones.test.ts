import { expect, test } from "vitest";
import { cityOf, offsetOf, zonesWith } from "./zones";

test("a zone is called by its city", () => {
  expect(["Asia/Tokyo", "America/New_York", "America/Indiana/Knox", "UTC"].map(cityOf)).toEqual([
    "Tokyo",
    "New York",
    "Knox, Indiana",
    "UTC",
  ]);
});

test("its offset is the one at that moment", () => {
  const [summer, winter] = [new Date("2026-07-01T12:00:00Z"), new Date("2026-12-01T12:00:00Z")];
  expect(offsetOf("Europe/Berlin", summer)).toBe("UTC+2");
  expect(offsetOf("Europe/Berlin", winter)).toBe("UTC+1");
  expect(offsetOf("America/St_Johns", winter)).toBe("UTC−3:30");
  expect(offsetOf("UTC", winter)).toBe("UTC");
});

test("one's own and the team's come first, and none twice", () => {
  const zones = zonesWith(["Europe/Lisbon", "Asia/Tokyo"]);
  expect(zones.slice(0, 2)).toEqual(["Europe/Lisbon", "Asia/Tokyo"]);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain("UTC");
});
