import type { CalendarEntryResponse, Request } from "../../../kernel/api/types";
import { clock, dayIn } from "../../../kernel/text/dates";
import { instantAt } from "../../../kernel/text/zones";
import { clockOf, dayMinutes, readWeek, stretchesOf } from "../hours/week";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A line is shown for so long after its focus, unless it is put away before. */
const shownMs = 3 * dayMs;

/** A stretch of focus that holds now. */
export interface Running {
  entry: CalendarEntryResponse;
  until: Date;
}

/** Where I am on that day: at home, or where a stay takes me. */
export function zoneOn(day: string, home: string, entries: CalendarEntryResponse[]): string {
  const stay = entries.findLast(
    ({ kind, firstDay, lastDay }) => kind === "stay" && (firstDay ?? "") <= day && day <= (lastDay ?? ""),
  );
  return stay?.zone ?? home;
}

/** What holds now, what was entered for today before what comes back every week. */
export function runningAt(now: Date, entries: CalendarEntryResponse[], zone: string): Running | undefined {
  const held = entries.flatMap((entry) => spansOf(entry, now, zone).map((span) => ({ entry, ...span })));
  const found = held.filter(({ start, end }) => start <= now && now < end).sort(onceFirst)[0];
  return found && { entry: found.entry, until: found.end };
}

/** The newest that is over and has a line to go on by. */
export function overAt(now: Date, entries: CalendarEntryResponse[], zone: string): CalendarEntryResponse | undefined {
  const over = entries.flatMap((entry) =>
    entry.resume ? spansOf(entry, now, zone).map((s) => ({ entry, ...s })) : [],
  );
  return over
    .filter(({ end }) => end <= now && now.getTime() - end.getTime() < shownMs)
    .sort((a, b) => b.end.getTime() - a.end.getTime())[0]?.entry;
}

/** Focus from this minute on. */
export function focusFrom(now: Date, until: Date, resume: string, zone: string): Request<"WriteCalendarEntry"> {
  return {
    kind: "focus",
    firstDay: dayIn(now, zone),
    start: clock(now, zone),
    end: clock(until, zone),
    resume: resume.trim() || null,
  };
}

/** The same, over by now; null when that leaves nothing of it. */
export function endedAt(now: Date, entry: CalendarEntryResponse, zone: string): Request<"WriteCalendarEntry"> | null {
  const { firstDay, start, title, resume } = entry;
  const end = clock(now, zone);
  return end === start ? null : { kind: "focus", firstDay, start, end, title, resume };
}

/** A time typed as the end, today or after midnight. */
export function typedUntil(now: Date, time: string, zone: string): Date {
  const today = instantAt(dayIn(now, zone), time, zone);
  return today > now ? today : instantAt(dayIn(new Date(now.getTime() + dayMs), zone), time, zone);
}

const onceFirst = (a: { entry: CalendarEntryResponse }, b: { entry: CalendarEntryResponse }) =>
  Number(a.entry.week !== null) - Number(b.entry.week !== null);

/** When it begins and ends, of a weekly one around now. */
function spansOf(entry: CalendarEntryResponse, now: Date, zone: string): { start: Date; end: Date }[] {
  if (entry.kind !== "focus") return [];
  if (entry.week) {
    const days = [-1, 0].map((ahead) => dayIn(new Date(now.getTime() + ahead * dayMs), zone));
    return stretchesOf(readWeek(entry.week)).flatMap(({ day, start, end }) =>
      days
        .filter((date) => (new Date(date).getUTCDay() + 6) % 7 === day)
        .map((date) => ({ start: atMinute(date, start, zone), end: atMinute(date, end, zone) })),
    );
  }
  if (!entry.firstDay || !entry.start || !entry.end) return [];
  const start = instantAt(entry.firstDay, entry.start, zone);
  const [from, to] = [minuteOf(entry.start), minuteOf(entry.end)];
  return [{ start, end: atMinute(entry.firstDay, to > from ? to : to + dayMinutes, zone) }];
}

function atMinute(day: string, minute: number, zone: string): Date {
  const date = new Date(Date.parse(day) + Math.floor(minute / dayMinutes) * dayMs).toISOString().slice(0, 10);
  return instantAt(date, clockOf(minute % dayMinutes), zone);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** So many minutes on, to the minute. */
export const inMinutes = (now: Date, minutes: number) =>
  new Date(Math.floor(now.getTime() / minuteMs) * minuteMs + minutes * minuteMs);
