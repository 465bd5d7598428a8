import { exactDay, exactTime, shortDay, shortTime } from "../text/dates";
import { useDay } from "../text/useDay";
import { cityOf } from "../text/zones";

/** An instant as short as it is clear in my zone; exact on hover, in `alsoIn` too. */
export function When({ at, zone, alsoIn }: { at: string; zone: string; alsoIn?: string }) {
  useDay();
  const theirs = alsoIn && alsoIn !== zone ? `\n${exactTime(at, alsoIn)} (${cityOf(alsoIn)})` : "";
  return (
    <time dateTime={at} data-hint={exactTime(at, zone) + theirs}>
      {shortTime(at, zone)}
    </time>
  );
}

/** A date without a time, such as `2026-11-27`. */
export function WhenDay({ day, zone }: { day: string; zone: string }) {
  useDay();
  return (
    <time dateTime={day} data-hint={exactDay(day)}>
      {shortDay(day, zone)}
    </time>
  );
}
