import { Tooltip } from "@mantine/core";
import { exactDay, exactTime, shortDay, shortTime } from "../text/dates";

/** An instant as short as it is clear in my zone; exact on hover, in `alsoIn` too. */
export function When({ at, zone, alsoIn }: { at: string; zone: string; alsoIn?: string }) {
  const theirs = alsoIn && alsoIn !== zone ? `\n${exactTime(at, alsoIn)} (${alsoIn})` : "";
  return (
    <Tooltip label={exactTime(at, zone) + theirs} multiline style={{ whiteSpace: "pre-line" }}>
      <time dateTime={at}>{shortTime(at, zone)}</time>
    </Tooltip>
  );
}

/** A date without a time, such as `2026-11-27`. */
export function WhenDay({ day, zone }: { day: string; zone: string }) {
  return (
    <Tooltip label={exactDay(day)}>
      <time dateTime={day}>{shortDay(day, zone)}</time>
    </Tooltip>
  );
}
