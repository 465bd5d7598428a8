/** The minutes of a week from Monday's midnight, each worked (1) or not; after Sunday comes Monday. */
export type Week = Uint8Array;

export const dayMinutes = 24 * 60;
export const weekMinutes = 7 * dayMinutes;

/** What is assumed of whoever has not said. */
export const assumedHours = "Mo-Fr 09:00-17:00";

const dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** From one minute after its day's midnight to another; the end may lie in the next day. */
export interface Stretch {
  day: number;
  start: number;
  end: number;
}

export const emptyWeek = (): Week => new Uint8Array(weekMinutes);

export function paint(week: Week, { day, start, end }: Stretch, works: boolean): Week {
  const next = week.slice();
  for (let minute = start; minute < end; minute++) next[(day * dayMinutes + minute) % weekMinutes] = works ? 1 : 0;
  return next;
}

/** "Mo-Th 09:00-17:00; Fr 09:00-13:00", as the server writes a week. */
export function readWeek(hours: string): Week {
  let week = emptyWeek();
  for (const rule of hours.split("; ")) {
    const [days = "", times = ""] = rule.split(" ");
    const [first = 0, last = first] = days.split("-").map((name) => dayNames.indexOf(name));
    for (let day = first; day <= last; day++) {
      for (const time of times.split(",")) {
        const [start = 0, end = 0] = time.split("-").map(minutesOf);
        week = paint(week, { day, start, end: end > start ? end : end + dayMinutes }, true);
      }
    }
  }
  return week;
}

export function writeWeek(week: Week): string {
  const rules = inRules(stretchesOf(week));
  return rules
    .map(({ first, last, times }) => `${daysFrom(dayNames, first, last, "-")} ${times.map(textOf)}`)
    .join("; ");
}

/** Days in a row with the same stretches. */
export interface Rule {
  first: number;
  last: number;
  times: Stretch[];
}

export function inRules(stretches: Stretch[]): Rule[] {
  const rules: Rule[] = [];
  for (let day = 0; day < 7; day++) {
    const times = stretches.filter((one) => one.day === day);
    const before = rules.at(-1);
    const same = before?.last === day - 1 && before.times.map(textOf).join() === times.map(textOf).join();
    if (before && same) before.last = day;
    else if (times.length > 0) rules.push({ first: day, last: day, times });
  }
  return rules;
}

export const daysFrom = (names: string[], first: number, last: number, to: string) =>
  last > first ? `${names[first]}${to}${names[last]}` : (names[first] ?? "");

/** What is worked without a break, by the day on which it begins; more than a day of it is cut at midnight. */
export function stretchesOf(week: Week): Stretch[] {
  const free = week.indexOf(0);
  if (free < 0) return Array.from({ length: 7 }, (_, day) => ({ day, start: 0, end: dayMinutes }));
  const runs: Stretch[] = [];
  let from = -1;
  for (let minute = free; minute <= free + weekMinutes; minute++) {
    const works = week[minute % weekMinutes] === 1;
    if (works && from < 0) from = minute;
    if (!works && from >= 0) {
      runs.push(...cut(from, minute));
      from = -1;
    }
  }
  return runs.sort((a, b) => a.day - b.day || a.start - b.start);
}

/** "09:00-17:00"; the end of a night is a time of the next day. */
export const textOf = ({ start, end }: Stretch) =>
  `${clockOf(start)}-${clockOf(end > dayMinutes ? end - dayMinutes : end)}`;

export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function cut(from: number, until: number): Stretch[] {
  const at = (start: number, end: number): Stretch => {
    const day = Math.floor(start / dayMinutes);
    return { day: day % 7, start: start - day * dayMinutes, end: end - day * dayMinutes };
  };
  if (until - from <= dayMinutes) return [at(from, until)];
  const pieces: Stretch[] = [];
  for (let start = from; start < until; ) {
    const end = Math.min(until, (Math.floor(start / dayMinutes) + 1) * dayMinutes);
    pieces.push(at(start, end));
    start = end;
  }
  return pieces;
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
