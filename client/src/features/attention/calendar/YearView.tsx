import { VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarEntryResponse, CalendarResponse, Hue } from "../../../kernel/api/types";
import { readersLocale } from "../../../kernel/text/dates";
import { type EntryKind, type Mark, marksOf } from "./entries";
import styles from "./YearView.module.css";

const hues: Record<EntryKind, Hue> = {
  leave: "teal",
  holiday: "orange",
  stay: "violet",
  focus: "blue",
  hoursOff: "slate",
  swap: "slate",
};

const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

export interface YearViewProps {
  year: number;
  today: string;
  entries: CalendarEntryResponse[];
  holidays: CalendarResponse["holidays"];
  onOpen: (entry: CalendarEntryResponse) => void;
}

/** Twelve small months. The first day of an entry is a stop for the keyboard, the others may be clicked. */
export function YearView({ year, today, entries, holidays, onOpen }: YearViewProps) {
  const { t } = useTranslation("calendar");
  const marks = useMemo(() => marksOf(year, entries, holidays), [year, entries, holidays]);
  const shown = (["leave", "holiday", "stay", "focus", "hoursOff"] as EntryKind[]).filter((kind) =>
    [...marks.values()].some((mark) => mark.kind === kind || (kind === "hoursOff" && mark.kind === "swap")),
  );
  const stops = useMemo(() => firstDays(marks), [marks]);
  return (
    <>
      <div className={styles.months}>
        {months.map((month) => (
          <Month
            key={month}
            {...{ year, month, today, marks, stops, onOpen }}
            wordsOf={(mark) => [t(`kinds.${mark.kind}`), mark.title].filter(Boolean).join(": ")}
          />
        ))}
      </div>
      <ul className={styles.legend} aria-label={t("legend")}>
        {shown.map((kind) => (
          <li key={kind}>
            <span className={styles.day} data-hue={hues[kind]} aria-hidden="true" />
            {t(`legends.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MonthProps {
  year: number;
  month: number;
  today: string;
  marks: Map<string, Mark>;
  stops: Set<string>;
  wordsOf: (mark: Mark) => string;
  onOpen: (entry: CalendarEntryResponse) => void;
}

function Month({ year, month, today, marks, stops, wordsOf, onOpen }: MonthProps) {
  const name = new Intl.DateTimeFormat(readersLocale(), { month: "long", timeZone: "UTC" });
  return (
    <table className={styles.month}>
      <caption>{name.format(new Date(Date.UTC(year, month, 1)))}</caption>
      <thead>
        <tr>
          {weekdays().map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in a week is its weekday
              <td key={index}>
                {day && (
                  <Day
                    day={day}
                    isToday={day === today}
                    mark={marks.get(day)}
                    isStop={stops.has(day)}
                    {...{ wordsOf, onOpen }}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Pick<MonthProps, "wordsOf" | "onOpen"> {
  day: string;
  isToday: boolean;
  isStop: boolean;
  mark: Mark | undefined;
}

function Day({ day, isToday, isStop, mark, wordsOf, onOpen }: DayProps) {
  const number = Number(day.slice(8));
  const common = { className: styles.day, "data-today": isToday || undefined, "data-hue": mark && hues[mark.kind] };
  const entry = mark?.entry;
  const content = (
    <>
      {number}
      {mark && <VisuallyHidden> {wordsOf(mark)}</VisuallyHidden>}
    </>
  );
  return entry ? (
    <button type="button" {...common} title={wordsOf(mark)} tabIndex={isStop ? 0 : -1} onClick={() => onOpen(entry)}>
      {content}
    </button>
  ) : (
    <span {...common} title={mark && wordsOf(mark)} aria-current={isToday ? "date" : undefined}>
      {content}
    </span>
  );
}

function firstDays(marks: Map<string, Mark>): Set<string> {
  const seen = new Set<string>();
  const stops = new Set<string>();
  for (const day of [...marks.keys()].sort()) {
    const id = marks.get(day)?.entry?.id;
    if (!id || seen.has(id)) continue;
    seen.add(id);
    stops.add(day);
  }
  return stops;
}

/** Weeks from Monday to Sunday; what lies outside the month is null. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, cell) => {
    const day = cell - before + 1;
    return day < 1 || day > days ? null : new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Monday first. */
export function weekdays(): { short: string; long: string }[] {
  const name = (weekday: "narrow" | "long", day: number) =>
    new Intl.DateTimeFormat(readersLocale(), { weekday, timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day));
  return Array.from({ length: 7 }, (_, day) => ({ short: name("narrow", day), long: name("long", day) }));
}
