import { useTranslation } from "react-i18next";
import type { AvailabilityResponse } from "../../../kernel/api/types";
import { useMe, useRows } from "../../../kernel/replica";
import { clock, dayAndTime, dayAndTimeThere, dayIn } from "../../../kernel/text/dates";
import { useMinute } from "../../../kernel/text/useMinute";
import { cityOf } from "../../../kernel/text/zones";
import classes from "./Horizon.module.css";

interface HorizonLinesProps {
  horizon: AvailabilityResponse;
  name: string;
}

/** Their status, when they work next in both zones, who stands in, how soon they usually answer. */
export function HorizonLines({ horizon, name }: HorizonLinesProps) {
  const { t } = useTranslation("horizon");
  const { away, status, answers } = horizon;
  const both = useBothClocks(horizon.zone);
  const substitute = useRows(
    async (db) => (away?.substituteId ? await db.people.get(away.substituteId) : undefined),
    [away?.substituteId],
  );
  return (
    <div className={classes.lines}>
      {status && <p className={classes.status}>{t("status", { text: status })}</p>}
      {away ? (
        <p className={classes.main}>
          {away.until ? t("away", { until: both(away.until) }) : t("awayOpen")}
          {substitute && <span className={classes.quiet}> · {t("substitute", { name: substitute.name })}</span>}
        </p>
      ) : (
        <Next horizon={horizon} />
      )}
      {answers && <p className={classes.quiet}>{t(`answers.${answers}`)}</p>}
      {horizon.hoursAssumed && <p className={classes.quiet}>{t("assumed", { name })}</p>}
    </div>
  );
}

function Next({ horizon: { next, zone } }: { horizon: AvailabilityResponse }) {
  const { t } = useTranslation("horizon");
  const both = useBothClocks(zone);
  const mine = useMe().person.zone;
  const now = useMinute().getTime();
  if (!next) return <p className={classes.main}>{t("none")}</p>;
  const { from, until } = next;
  // Read a while ago: what was their time then may be over.
  if (until && Date.parse(until) <= now) return null;
  if (Date.parse(from) <= now) {
    return <p className={classes.main}>{until ? t("now", { until: both(until) }) : t("always")}</p>;
  }
  if (!until) return <p className={classes.main}>{t("nextOpen", { from: both(from) })}</p>;
  const said = t("next", { from: dayAndTime(from, mine), until: endOf(from, until, mine) });
  const there = `${dayAndTimeThere(from, zone)}–${clock(new Date(until), zone)}`;
  return (
    <p className={classes.main}>
      {zone === mine ? said : t("both", { mine: said, theirs: there, city: cityOf(zone) })}
    </p>
  );
}

/** "today 16:00 (Mon 09:00 in Denver)"; in one's own zone once. */
function useBothClocks(zone: string) {
  const { t } = useTranslation("horizon");
  const mine = useMe().person.zone;
  return (at: string) =>
    zone === mine
      ? dayAndTime(at, mine)
      : t("both", { mine: dayAndTime(at, mine), theirs: dayAndTimeThere(at, zone), city: cityOf(zone) });
}

/** The time alone if it is the same day. */
const endOf = (from: string, until: string, zone: string) =>
  dayIn(new Date(from), zone) === dayIn(new Date(until), zone) || clock(new Date(until), zone) === "00:00"
    ? clock(new Date(until), zone)
    : dayAndTime(until, zone);
