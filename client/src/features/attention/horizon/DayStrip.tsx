import { useTranslation } from "react-i18next";
import type { AvailabilityResponse } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { clock } from "../../../kernel/text/dates";
import { useMinute } from "../../../kernel/text/useMinute";
import classes from "./Horizon.module.css";
import { dayAround, percent, type Span, shared, within } from "./strip";

interface DayStripProps {
  name: string;
  theirs: AvailabilityResponse;
  mine: AvailabilityResponse;
}

const marks = ["00", "06", "12", "18", "24"];

/** Their hours of my today above mine, and the same in words. */
export function DayStrip({ name, theirs, mine }: DayStripProps) {
  const { t } = useTranslation("horizon");
  const { zone } = useMe().person;
  const now = useMinute();
  const day = dayAround(now, zone);
  const [others, own] = [within(theirs.windows, day), within(mine.windows, day)];
  const both = shared(own, others);
  const said = (spans: Span[]) =>
    spans.map(({ from, until }) => `${clock(new Date(from), zone)}–${clock(new Date(until), zone)}`).join(", ");
  const row = (who: string, spans: Span[]) => (
    <div className={classes.row}>
      <dt className={classes.who}>{who}</dt>
      <dd className={classes.track}>
        <span className={classes.bar} aria-hidden>
          {spans.map((span) => (
            <span
              key={span.from}
              className={classes.hours}
              style={{
                insetInlineStart: `${percent(span.from, day)}%`,
                width: `${percent(span.until, day) - percent(span.from, day)}%`,
              }}
            />
          ))}
          <span className={classes.now} style={{ insetInlineStart: `${percent(now.getTime(), day)}%` }} />
        </span>
        <span className={classes.times}>{said(spans) || t("strip.off")}</span>
      </dd>
    </div>
  );
  return (
    <div className={classes.strip}>
      <p className={classes.quiet}>{t("strip.label")}</p>
      <dl className={classes.rows}>
        {row(name, others)}
        {row(t("strip.you"), own)}
      </dl>
      <div className={classes.scale} aria-hidden>
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      <p className={classes.quiet}>{both.length > 0 ? t("strip.shared", { times: said(both) }) : t("strip.apart")}</p>
    </div>
  );
}
