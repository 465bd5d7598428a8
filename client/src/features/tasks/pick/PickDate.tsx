import { Button } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDate } from "../../../kernel/api/types";
import { shortDay } from "../../../kernel/text/dates";
import { cityOf, offsetOf } from "../../../kernel/text/zones";
import { dayAfter, instantOf } from "../taskDates";
import { Back } from "./Foot";
import classes from "./PickDate.module.css";
import { PickZone } from "./PickZone";
import { TimeField } from "./TimeField";

const Calendar = lazy(() => import("./Calendar").then((file) => ({ default: file.Calendar })));

export interface PickDateProps {
  label: string;
  value: TaskDate | null;
  /** The reader's. */
  zone: string;
  /** Whether a time of day can be set, and with it a zone. */
  withTime?: boolean;
  onPick: (date: TaskDate | null) => void;
  onDone: () => void;
}

/** Soon by one press, any day by the calendar, a time in a zone for who needs it. */
export function PickDate({ label, value, zone, withTime = true, onPick, onDone }: PickDateProps) {
  const { t } = useTranslation("tasks");
  const [timed, setTimed] = useState(value?.time !== null && value !== null);
  const [zoning, setZoning] = useState(false);
  const zoned = useRef(false);
  const today = dayAfter(0, zone);
  const toMonday =
    ((8 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7) + (new Date(`${today}T12:00:00Z`).getUTCDay() === 1 ? 7 : 0);
  const soon = [
    { name: t("date.today"), day: today },
    { name: t("date.tomorrow"), day: dayAfter(1, zone) },
    { name: t("date.nextMonday"), day: dayAfter(toMonday, zone) },
    { name: t("date.twoWeeks"), day: dayAfter(14, zone) },
  ];

  const handleDay = (date: string) => {
    onPick({ date, time: value?.time ?? null, zone: value?.zone ?? null });
    if (!timed) onDone();
  };
  const handleTime = (time: string | null) => {
    const date = value?.date ?? today;
    onPick(time ? { date, time, zone: value?.zone ?? zone } : { date, time: null, zone: null });
  };

  const handleZoned = () => {
    zoned.current = true;
    setZoning(false);
  };

  const at = instantOf({ date: value?.date ?? today, time: value?.time ?? "12:00", zone: value?.zone ?? zone });
  if (zoning && value?.time) {
    return (
      <>
        <PickZone
          value={value.zone ?? zone}
          own={zone}
          at={at}
          onPick={(next) => {
            onPick({ ...value, zone: next });
            handleZoned();
          }}
        />
        <Back onClick={handleZoned} />
      </>
    );
  }
  return (
    <div className={classes.pick}>
      <div className={classes.soon}>
        {soon.map(({ name, day }, index) => (
          <button
            key={name}
            type="button"
            className={classes.choice}
            data-autofocus={index === 0 || undefined}
            aria-pressed={value?.date === day}
            onClick={() => handleDay(day)}
          >
            {name} {index > 1 && <span className={classes.hint}>{shortDay(day, zone)}</span>}
          </button>
        ))}
      </div>
      <Suspense fallback={<div className={classes.waiting} />}>
        <Calendar label={label} value={value?.date ?? null} onPick={handleDay} />
      </Suspense>
      {withTime && timed && (
        <div className={classes.time}>
          <TimeField value={value?.time ?? null} onChange={handleTime} />
          <button
            // The list of zones goes, and the hands with it.
            ref={(button) => {
              if (!button || !zoned.current) return;
              zoned.current = false;
              button.focus();
            }}
            type="button"
            className={classes.choice}
            disabled={!value?.time}
            onClick={() => setZoning(true)}
          >
            <span className={classes.spoken}>{t("date.zone")}: </span>
            <span className={classes.city}>{cityOf(value?.zone ?? zone)} </span>
            <span className={classes.hint}>{offsetOf(value?.zone ?? zone, at)}</span>
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </button>
        </div>
      )}
      <div className={classes.foot}>
        {withTime && !timed && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setTimed(true)}>
            {t("date.addTime")}
          </Button>
        )}
        {value && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              onPick(null);
              onDone();
            }}
          >
            {t("date.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
