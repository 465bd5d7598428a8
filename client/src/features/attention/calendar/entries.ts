import type { CalendarEntryResponse, Request } from "../../../kernel/api/types";
import { readersLocale } from "../../../kernel/text/dates";
import { writeTyped } from "../hours/typedWeek";
import { clockOf, readWeek, stretchesOf } from "../hours/week";

export type EntryKind = CalendarEntryResponse["kind"];

export const kinds: EntryKind[] = ["leave", "focus", "hoursOff", "stay", "swap", "holiday"];

/** Those that last from one day to another. */
export const hasLastDay = (kind: EntryKind) => kind === "leave" || kind === "holiday" || kind === "stay";

/** What would write this entry, such as to bring it back. */
export function requestOf(entry: CalendarEntryResponse): Request<"WriteCalendarEntry"> {
  const { id: _, lastDay, ...rest } = entry;
  return { ...rest, ...(hasLastDay(entry.kind) && { lastDay }) };
}

const dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** "Mo,We 09:00-11:00" of Monday (0) and Wednesday (2). */
export const weekOf = (days: number[], start: string, end: string) =>
  `${days.map((day) => dayNames[day]).join(",")} ${start}-${end}`;

/** The days of a weekly block and its time, if each day has the same; null for one that no form could hold. */
export function daysOf(week: string): { days: number[]; start: string; end: string } | null {
  const all = stretchesOf(readWeek(week));
  const times = new Set(all.map(({ start, end }) => `${clockOf(start)} ${clockOf(end % (24 * 60))}`));
  const [start = "", end = ""] = [...times][0]?.split(" ") ?? [];
  return times.size === 1 ? { days: all.map(({ day }) => day), start, end } : null;
}

/** When it is, in the reader's words: "24 Dec 2026 – 3 Jan 2027", "Mon–Thu 09:00–11:00". */
export function timeOf({ firstDay, lastDay, start, end, week }: CalendarEntryResponse): string {
  if (week) return writeTyped(readWeek(week));
  const days = spanOf(firstDay ?? "", lastDay ?? firstDay ?? "");
  return start ? `${days}, ${start}–${end}` : days;
}

export function spanOf(first: string, last: string): string {
  const format = new Intl.DateTimeFormat(readersLocale(), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const [from, to] = [first, last].map((day) => new Date(`${day}T12:00:00Z`)) as [Date, Date];
  return first === last ? format.format(from) : format.formatRange(from, to);
}

export interface Mark {
  kind: EntryKind;
  title: string;
  entry?: CalendarEntryResponse;
}

/** What each day of a year is marked with: leave before a holiday, a holiday before what takes a part of it. */
export function marksOf(
  year: number,
  entries: CalendarEntryResponse[],
  holidays: { day: string; name: string }[],
): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  const mark = (day: string, one: Mark) => {
    const before = marks.get(day);
    if (!before || weight[one.kind] < weight[before.kind]) marks.set(day, one);
  };
  for (const entry of entries) {
    for (const day of daysFrom(entry.firstDay, entry.lastDay, year)) {
      mark(day, { kind: entry.kind, title: entry.title, entry });
    }
  }
  for (const { day, name } of holidays) mark(day, { kind: "holiday", title: name });
  return marks;
}

const weight: Record<EntryKind, number> = { leave: 0, holiday: 1, swap: 2, hoursOff: 3, stay: 4, focus: 5 };

const dayMs = 86_400_000;

function daysFrom(first: string | null, last: string | null, year: number): string[] {
  if (!first || !last) return [];
  const [from, to] = [first < `${year}` ? `${year}-01-01` : first, last > `${year}-12-31` ? `${year}-12-31` : last];
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
