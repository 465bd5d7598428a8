import { dayIn } from "../../../kernel/text/dates";
import { instantAt } from "../../../kernel/text/zones";
import { assumedHours, clockOf, dayMinutes, readWeek, stretchesOf } from "../hours/week";

export interface Moment {
  key: "later" | "today" | "nextDay" | "nextWeek";
  at: string;
}

const laterMs = 2 * 3_600_000;
const dayMs = 86_400_000;

interface WorkDay {
  start: Date;
  end: Date;
  /** Monday is 0. */
  weekday: number;
  ahead: number;
}

/**
 * When I come to work next, to choose from: in two hours, the next day, the next week. Leave is the server's to know: it
 * moves what falls into it.
 */
export function startsOfWork(hours: string | null | undefined, zone: string, now = new Date()): Moment[] {
  const days = workDays(hours, zone, now);
  const soon = new Date(now.getTime() + laterMs);
  const later = days.some((day) => day.start <= soon && soon < day.end);
  const nextDay = days.find((day) => day.ahead > 0 && day.start > now);
  const nextWeek =
    days.find((day) => day.ahead > 0 && day.weekday < (days[0]?.weekday ?? 0)) ?? days.find((day) => day.ahead >= 7);
  return [
    ...(later ? [{ key: "later" as const, at: soon.toISOString() }] : []),
    ...(nextDay ? [{ key: "nextDay" as const, at: nextDay.start.toISOString() }] : []),
    ...(nextWeek && nextWeek !== nextDay ? [{ key: "nextWeek" as const, at: nextWeek.start.toISOString() }] : []),
  ];
}

/** When my work ends next: today, the next day, a week on. */
export function endsOfWork(hours: string | null | undefined, zone: string, now = new Date()): Moment[] {
  const days = workDays(hours, zone, now).filter((day) => day.end > now);
  const today = days.find((day) => day.ahead === 0);
  const nextDay = days.find((day) => day.ahead > 0);
  const nextWeek = days.find((day) => day.ahead >= 7);
  return [
    ...(today ? [{ key: "today" as const, at: today.end.toISOString() }] : []),
    ...(nextDay ? [{ key: "nextDay" as const, at: nextDay.end.toISOString() }] : []),
    ...(nextWeek && nextWeek !== nextDay ? [{ key: "nextWeek" as const, at: nextWeek.end.toISOString() }] : []),
  ];
}

const mostDays = 400;

/** Minutes of my week between two moments: leave is the server's to know, which has moved the date for it. */
export function workBetween(hours: string | null | undefined, zone: string, from: Date, until: Date): number {
  const stretches = stretchesOf(readWeek(hours ?? assumedHours));
  // What began on the evening before may go on into the first day.
  const first = Date.parse(dayIn(from, zone)) - dayMs;
  let worked = 0;
  for (let ahead = 0; ahead < mostDays; ahead++) {
    const date = new Date(first + ahead * dayMs);
    if (atMinute(date, 0, zone) >= until) break;
    for (const { day, start, end } of stretches) {
      if (day !== (date.getUTCDay() + 6) % 7) continue;
      const begin = Math.max(atMinute(date, start, zone).getTime(), from.getTime());
      worked += Math.max(0, Math.min(atMinute(date, end, zone).getTime(), until.getTime()) - begin);
    }
  }
  return Math.floor(worked / 60_000);
}

/** As people say it: minutes below two hours, hours below two days of work. */
export function leftOf(minutes: number): { key: "none" | "minutes" | "hours" | "days"; count: number } {
  if (minutes <= 0) return { key: "none", count: 0 };
  if (minutes < 120) return { key: "minutes", count: minutes };
  if (minutes < 16 * 60) return { key: "hours", count: Math.floor(minutes / 60) };
  return { key: "days", count: Math.floor(minutes / (8 * 60)) };
}

/** From first coming to last going, for two weeks. */
function workDays(hours: string | null | undefined, zone: string, now: Date): WorkDay[] {
  const stretches = stretchesOf(readWeek(hours ?? assumedHours));
  const today = Date.parse(dayIn(now, zone));
  return Array.from({ length: 15 }, (_, ahead) => {
    const date = new Date(today + ahead * dayMs);
    const weekday = (date.getUTCDay() + 6) % 7;
    const own = stretches.filter((one) => one.day === weekday);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    return [{ start: atMinute(date, first.start, zone), end: atMinute(date, last.end, zone), weekday, ahead }];
  }).flat();
}

function atMinute(date: Date, minute: number, zone: string): Date {
  const day = new Date(date.getTime() + Math.floor(minute / dayMinutes) * dayMs).toISOString().slice(0, 10);
  return instantAt(day, clockOf(minute % dayMinutes), zone);
}
