import { exactDay, shortDay } from "../../kernel/text/dates";
import classes from "./Stream.module.css";

/** Where a day begins. */
export function DayLine({ day, zone }: { day: string; zone: string }) {
  const short = shortDay(day, zone);
  return (
    <li className={classes.day}>
      <time dateTime={day} title={exactDay(day)}>
        {short.charAt(0).toUpperCase() + short.slice(1)}
      </time>
    </li>
  );
}
