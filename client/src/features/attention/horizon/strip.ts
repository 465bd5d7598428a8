import { dayIn } from "../../../kernel/text/dates";
import { instantAt } from "../../../kernel/text/zones";

/** From one moment to another, in milliseconds. */
export interface Span {
  from: number;
  until: number;
}

/** The day that a moment lies in, by the clock of a zone: 23 to 25 hours. */
export function dayAround(now: Date, zone: string): Span {
  const day = dayIn(now, zone);
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { from: instantAt(day, "00:00", zone).getTime(), until: instantAt(next, "00:00", zone).getTime() };
}

/** What of these windows lies within a span. One without an end ends with it. */
export const within = (windows: { from: string; until: string | null }[], { from, until }: Span): Span[] =>
  windows
    .map((one) => ({
      from: Math.max(Date.parse(one.from), from),
      until: Math.min(one.until ? Date.parse(one.until) : until, until),
    }))
    .filter((one) => one.from < one.until);

/** When both work. */
export const shared = (mine: Span[], theirs: Span[]): Span[] =>
  mine.flatMap((one) =>
    theirs
      .map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) }))
      .filter((both) => both.from < both.until),
  );

/** Where a moment lies in a span, 0 to 100. */
export const percent = (at: number, { from, until }: Span) => ((at - from) / (until - from)) * 100;
