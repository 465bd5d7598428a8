import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { readTyped, writeTyped } from "./typedWeek";
import { readWeek, writeWeek } from "./week";

beforeAll(() => i18next.init({ lng: "en", resources: {} }));

test.each([
  ["mon-thu 9-17, fri 9-13", "Mo-Th 09:00-17:00; Fr 09:00-13:00"],
  ["Mon–Fri 09:00–17:00", "Mo-Fr 09:00-17:00"],
  ["mon, wed 9-12", "Mo 09:00-12:00; We 09:00-12:00"],
  ["mon & tue 9-12 and 13-17", "Mo-Tu 09:00-12:00,13:00-17:00"],
  ["Mo-Fr 8:30-12, 13-17", "Mo-Fr 08:30-12:00,13:00-17:00"],
  ["Montag bis Donnerstag 9 bis 17 Uhr; Fr. 9-13", "Mo-Th 09:00-17:00; Fr 09:00-13:00"],
  ["Di, Do 10-16", "Tu 10:00-16:00; Th 10:00-16:00"],
  ["weekdays 9am-5pm", "Mo-Fr 09:00-17:00"],
  ["weekdays 9-5", "Mo-Fr 09:00-17:00"],
  ["sun 12:00-02:00, mon 10-0", "Mo 10:00-24:00; Su 12:00-02:00"],
  ["sun 22-6", "Su 22:00-06:00"],
  ["fri-mon 10-12", "Mo 10:00-12:00; Fr-Su 10:00-12:00"],
  ["daily 0-24", "Mo-Su 00:00-24:00"],
])("%s", (text, hours) => {
  const typed = readTyped(text);
  expect("week" in typed ? writeWeek(typed.week) : typed).toBe(hours);
});

test.each([
  ["mon-thu nine to five", "mon-thu nine to five"],
  ["mon 9-17, funday 9-13", "funday 9-13"],
  ["9-17", "9-17"],
  ["mon 9-17, tue", "mon 9-17, tue"],
  ["mon 25-26", "mon 25-26"],
  ["mon 9:75-12", "mon 9:75-12"],
  ["m 9-17", "m 9-17"],
  ["", ""],
])("%s is not understood", (text, unread) => expect(readTyped(text)).toEqual({ unread }));

test("what is written can be typed", () => {
  const hours = "Mo-Th 09:00-12:00,13:00-17:00; Su 22:00-06:00";
  const written = writeTyped(readWeek(hours));
  expect(written).toBe("Mon–Thu 09:00–12:00 13:00–17:00, Sun 22:00–06:00");
  const typed = readTyped(written);
  expect("week" in typed && writeWeek(typed.week)).toBe(hours);
});
