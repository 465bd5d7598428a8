import i18next from "i18next";

const dayMs = 86_400_000;

/** "today 14:00", "Fri", "3 Nov", "3 Nov 2025": as short as it is clear, in the given zone. */
export function shortTime(instant: string, zone: string, now = new Date()): string {
  const at = new Date(instant);
  const [then, today] = [dayIn(at, zone), dayIn(now, zone)];
  if (then === today) return `${relativeDay(0)} ${clock(at, zone)}`;
  if (then === dayIn(new Date(now.getTime() - dayMs), zone)) return `${relativeDay(-1)} ${clock(at, zone)}`;
  return shortDay(then, zone, now);
}

/** A date without time, such as a task's due: "today", "tomorrow", "Fri", "3 Nov". `day` is `2026-11-27`. */
export function shortDay(day: string, zone: string, now = new Date()): string {
  const today = dayIn(now, zone);
  const days = Math.round((Date.parse(day) - Date.parse(today)) / dayMs);
  if (Math.abs(days) <= 1) return relativeDay(days);
  const date = new Date(`${day}T12:00:00Z`);
  if (days > 1 && days < 7) return format(date, { weekday: "short", timeZone: "UTC" });
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(date, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }), timeZone: "UTC" });
}

/** "today 15:00", "Wed 15:00", "3 Nov 15:00": a moment that is to come. */
export const dayAndTime = (instant: string, zone: string, now = new Date()) =>
  `${shortDay(dayIn(new Date(instant), zone), zone, now)} ${clock(new Date(instant), zone)}`;

/** "Wed 08:00", in somebody else's zone: their "today" may be my tomorrow. */
export const dayAndTimeThere = (instant: string, zone: string) =>
  `${weekday(dayIn(new Date(instant), zone))} ${clock(new Date(instant), zone)}`;

/** "Friday, 27 November 2026 at 15:00 WET": for the hover. */
export const exactTime = (instant: string, zone: string) =>
  format(new Date(instant), { dateStyle: "full", timeStyle: "short", timeZone: zone });

export const exactDay = (day: string) => format(new Date(`${day}T12:00:00Z`), { dateStyle: "full", timeZone: "UTC" });

/** "Fri". `day` is `2026-11-27`. */
export const weekday = (day: string) => format(new Date(`${day}T12:00:00Z`), { weekday: "short", timeZone: "UTC" });

export const clock = (at: Date, zone: string) =>
  format(at, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone });

/** The calendar day in a zone, as `2026-11-27`. */
export const dayIn = (at: Date, zone: string) =>
  formatOf("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

/** "12 KB", "3.4 MB". */
export function formatBytes(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(3, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  return new Intl.NumberFormat(i18next.language, {
    style: "unit",
    unit: units[power] ?? "byte",
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1024 ** power);
}

/** "in 15 minutes", "in 20 seconds". */
export function formatWait(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(i18next.language);
  return seconds < 60 ? format.format(seconds, "second") : format.format(Math.ceil(seconds / 60), "minute");
}

function relativeDay(days: number): string {
  return new Intl.RelativeTimeFormat(i18next.language, { numeric: "auto" }).format(days, "day");
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** English is written as Europeans do: 27 November, "Ada, Ben and Mei". */
export const readersLocale = () => (i18next.language === "en" ? "en-GB" : i18next.language);

const format = (date: Date, options: Intl.DateTimeFormatOptions) => formatOf(readersLocale(), options).format(date);

/** Making one costs as much as formatting a hundred dates; a board shows that many. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
}
