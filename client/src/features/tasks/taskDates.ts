import i18next from "i18next";
import type { TaskDate } from "../../kernel/api/types";
import { clock, dayIn, exactDay, exactTime, shortDay, weekday } from "../../kernel/text/dates";
import { cityOf, instantAt } from "../../kernel/text/zones";

/** The instant that a date with a time means in its zone. */
export const instantOf = ({ date, time, zone }: TaskDate): Date => instantAt(date, time ?? "00:00", zone ?? "UTC");

/** The day on which it falls for a reader in `zone`. A date without time is that day everywhere. */
export const dayFor = (when: TaskDate, zone: string) => (when.time ? dayIn(instantOf(when), zone) : when.date);

/** "Fri", "today 15:00", in the reader's zone. */
export function shortDate(when: TaskDate, zone: string, now = new Date()): string {
  const day = shortDay(dayFor(when, zone), zone, now);
  return when.time ? `${day} ${clock(instantOf(when), zone)}` : day;
}

/** For the hover: the whole date, and what time that is in the zone it was set in. */
export function exactDate(when: TaskDate, zone: string): string {
  if (!when.time) return exactDay(when.date);
  const mine = exactTime(instantOf(when).toISOString(), zone);
  return when.zone === zone || !when.zone ? mine : `${mine} (${when.time} ${when.zone})`;
}

/** Where the date was meant in another zone than the reader's: "17:30 in Tokyo", with its day when that is another one. */
export function theirDate(when: TaskDate, zone: string): string | null {
  if (!when.time || !when.zone || when.zone === zone) return null;
  const mine = { day: dayFor(when, zone), time: clock(instantOf(when), zone) };
  if (mine.day === when.date && mine.time === when.time) return null;
  const time = mine.day === when.date ? when.time : `${weekday(when.date)} ${when.time}`;
  return i18next.t("tasks:date.theirs", { time, city: cityOf(when.zone) });
}

export const isPast = (when: TaskDate, zone: string, now = new Date()) =>
  when.time ? instantOf(when) < now : when.date < dayIn(now, zone);

/** Days from today to `when` in the reader's zone: 0 is today. */
export function daysUntil(when: TaskDate, zone: string, now = new Date()): number {
  return Math.round((Date.parse(dayFor(when, zone)) - Date.parse(dayIn(now, zone))) / 86_400_000);
}

/** `days` after today in the reader's zone, as `2026-11-27`. */
export function dayAfter(days: number, zone: string, now = new Date()): string {
  return new Date(Date.parse(dayIn(now, zone)) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "2 h 30 min" */
export function estimateWords(minutes: number): string {
  const unit = (value: number, of: "hour" | "minute") =>
    new Intl.NumberFormat(i18next.language, { style: "unit", unit: of, unitDisplay: "short" }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && unit(hours, "hour"), (rest > 0 || hours === 0) && unit(rest, "minute")]
    .filter(Boolean)
    .join(" ");
}

/** Reads "2h", "1.5 h", "1:30", "2h 30m", "45"; a bare number is minutes. Null: empty; undefined: not understood. */
export function readEstimate(text: string): number | null | undefined {
  const plain = text.trim().toLowerCase().replace(",", ".");
  if (plain === "") return null;
  const clockLike = plain.match(/^(\d+):(\d{2})$/);
  if (clockLike) return Number(clockLike[1]) * 60 + Number(clockLike[2]);
  const parts = plain.match(
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hours?|std\.?|stunden?))?\s*(?:(\d+)\s*(?:m|min\.?|mins|minutes?|minuten?)?)?$/,
  );
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return undefined;
  return Math.round(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0));
}

/**
 * Reads "17:30", "1730", "9", "9.15", "5:30 pm" as "17:30", "09:15" and so on. Null: empty; undefined: not understood.
 */
export function readTime(text: string): string | null | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === "") return null;
  const parts = plain.match(/^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?m?\.?$/);
  if (!parts) return undefined;
  const [hours, minutes, half] = [Number(parts[1]), Number(parts[2] ?? 0), parts[3]];
  if (half && (hours < 1 || hours > 12)) return undefined;
  const whole = half ? (hours % 12) + (half === "p" ? 12 : 0) : hours;
  if (whole > 23 || minutes > 59) return undefined;
  return `${String(whole).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
