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
