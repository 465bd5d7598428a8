import { readersLocale } from "../../../kernel/text/dates";
import { clockOf, dayMinutes, daysFrom, emptyWeek, inRules, paint, stretchesOf, type Week } from "./week";

/** What somebody typed, or the part of it that says nothing. */
export type Typed = { week: Week } | { unread: string };

const groups: Record<string, number[]> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  täglich: [0, 1, 2, 3, 4, 5, 6],
  werktags: [0, 1, 2, 3, 4],
  wochenende: [5, 6],
};

const time = String.raw`\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|h|uhr)?`;
const timesPattern = new RegExp(String.raw`^(.*?)\s*((?:${time}\s*-\s*${time}[\s&+]*)+)$`, "u");
const timePattern = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|h|uhr)?$/u;

/** "mon-thu 9-17, fri 9-13", "Mo, Mi 9-12 13-17", "weekdays 8:30-12, 13-17", "sun 22-6". Days are known in both languages. */
export function readTyped(text: string): Typed {
  let week = emptyWeek();
  let [days, isOpen]: [number[], boolean] = [[], false];
  for (const part of text.split(/[,;\n]/u)) {
    const said = normal(part);
    if (said === "") continue;
    const [, names, times] = timesPattern.exec(said) ?? ["", said, ""];
    const named = names ? daysNamed(names) : [];
    if (!named || (!times && named.length === 0)) return { unread: part.trim() };
    // "Mon, Wed 9-12" names days in two parts, "Mon 9-12, 13-17" times.
    if (named.length > 0) days = isOpen ? [...days, ...named] : named;
    isOpen = !times;
    if (days.length === 0) return { unread: part.trim() };
    for (const one of times?.match(new RegExp(`${time}\\s*-\\s*${time}`, "gu")) ?? []) {
      const stretch = stretchOf(one);
      if (!stretch) return { unread: part.trim() };
      for (const day of days) week = paint(week, { day, ...stretch }, true);
    }
  }
  return isOpen || week.every((minute) => minute === 0) ? { unread: text.trim() } : { week };
}

/** "Mon–Thu 09:00–17:00, Fri 09:00–13:00". */
export function writeTyped(week: Week): string {
  const names = dayNames(readersLocale(), "short");
  return inRules(stretchesOf(week))
    .map(({ first, last, times }) => {
      const clocks = times.map(
        ({ start, end }) => `${clockOf(start)}–${clockOf(end > dayMinutes ? end - dayMinutes : end)}`,
      );
      return `${daysFrom(names, first, last, "–")} ${clocks.join(" ")}`;
    })
    .join(", ");
}

/** Monday first. */
export function dayNames(locale: string, weekday: "short" | "long"): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2026, 10, 23 + day)));
}

const normal = (part: string) =>
  part
    .toLowerCase()
    .replace(/\s+(?:to|until|bis)\s+/gu, "-")
    .replace(/[–—−]/gu, "-")
    .replace(/\s+(?:and|und)\s+/gu, " ")
    .trim();

/** Null: one of these is no day. */
function daysNamed(names: string): number[] | null {
  const days: number[] = [];
  for (const range of names.replace(/\s*-\s*/gu, "-").split(/[\s&+/]+/u)) {
    if (range === "") continue;
    const group = groups[range];
    const [first, last = first] = range.split("-").map(dayNamed);
    if (group) days.push(...group);
    else if (first === undefined || last === undefined) return null;
    else for (let step = 0; step <= (last - first + 7) % 7; step++) days.push((first + step) % 7);
  }
  return days;
}

function dayNamed(name: string): number | undefined {
  const said = name.replace(/\.$/u, "");
  if (said.length < 2) return undefined;
  for (const locale of ["en", "de"]) {
    const day = dayNames(locale, "long").findIndex((one) => one.toLowerCase().startsWith(said));
    if (day >= 0) return day;
  }
  return undefined;
}

function stretchOf(range: string): { start: number; end: number } | null {
  const [from = "", until = ""] = range.split("-");
  const [start, end] = [minuteOf(from), minuteOf(until)];
  if (start === null || end === null || start >= dayMinutes) return null;
  // "9-5" is a day, "22-6" and "12:00-02:00" a night.
  const isDay = /^[1-9]$|^1[01]$/u.test(until.trim()) && end <= start && start <= dayMinutes / 2;
  const last = isDay ? end + dayMinutes / 2 : end;
  return { start, end: last > start ? last : last + dayMinutes };
}

function minuteOf(said: string): number | null {
  const [, hours = "", minutes = "0", unit = ""] = timePattern.exec(said.trim()) ?? [];
  const half = unit === "am" || unit === "pm";
  const hour = half ? (Number(hours) % 12) + (unit === "pm" ? 12 : 0) : Number(hours);
  const minute = hour * 60 + Number(minutes);
  return hours === "" || Number(minutes) > 59 || minute > dayMinutes || (half && Number(hours) > 12) ? null : minute;
}
