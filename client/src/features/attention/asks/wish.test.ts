import { expect, test } from "vitest";
import { addressing, byWhen, fewEnough, times, wishOf } from "./wish";

test("somebody is addressed once, and a wish that says nothing is none", () => {
  const asked = addressing(undefined, { personId: "ben" }, "act");
  const changed = addressing(asked, { personId: "ben" }, "know");

  expect(changed).toEqual({ addressees: [{ personId: "ben", role: "know" }] });
  expect(addressing(changed, { personId: "ben" }, undefined)).toBeUndefined();
  expect(wishOf({ oneOf: undefined, ifSilent: "" })).toBeUndefined();
});

test("a person and a group stand beside each other", () => {
  const both = addressing(addressing(undefined, { group: "space" }, "know"), { personId: "ben" }, "act");

  expect(both?.addressees).toEqual([
    { group: "space", role: "know" },
    { personId: "ben", role: "act" },
  ]);
});

test.each(times.keys)("the time that is chosen is the time that is shown: %s", (key) => {
  expect(byWhen(wishOf(times.wishes(key, "2026-11-27")))).toBe(key);
});

test("an ask of which nothing is said is due in one working day, and can be given more", () => {
  expect(byWhen(undefined)).toBe("480");
  expect(byWhen(times.longer(undefined))).toBe("960");
  expect(byWhen(times.longer({ urgency: "inTime", respondIn: 2400 }))).toBe("whenever");
  expect(byWhen(times.longer({ urgency: "nextWorkingDay" }))).toBe("960");
  expect(byWhen(times.longer({ urgency: "byDate", respondOn: "2026-11-24" }))).toBe("2400");
});

test("more than seven are asked with a reason, or any one of them", () => {
  expect(fewEnough(7, undefined)).toBe(true);
  expect(fewEnough(8, undefined)).toBe(false);
  expect(fewEnough(8, { oneOf: true })).toBe(true);
});
