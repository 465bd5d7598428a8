import { Button, NativeSelect, TextInput } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDate } from "../../../kernel/api/types";
import { shortDay } from "../../../kernel/text/dates";
import { dayAfter } from "../taskDates";
import classes from "./PickDate.module.css";

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
  const handleTime = (time: string) => {
    const date = value?.date ?? today;
    onPick(time ? { date, time, zone: value?.zone ?? zone } : { date, time: null, zone: null });
  };

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
          <TextInput
            type="time"
            size="xs"
            aria-label={t("date.time")}
            value={value?.time ?? ""}
            onChange={(event) => handleTime(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label={t("date.zone")}
            disabled={!value?.time}
            value={value?.zone ?? zone}
            data={zones(value?.zone ?? zone)}
            onChange={(event) => value?.time && onPick({ ...value, zone: event.currentTarget.value })}
          />
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

const zones = (present: string) => [...new Set([present, ...Intl.supportedValuesOf("timeZone"), "UTC"])];
