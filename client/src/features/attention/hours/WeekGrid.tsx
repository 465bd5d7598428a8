import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readersLocale } from "../../../kernel/text/dates";
import { dayNames } from "./typedWeek";
import classes from "./WeekGrid.module.css";
import { clockOf, dayMinutes, paint, type Week } from "./week";

const slotMinutes = 30;
const slots = dayMinutes / slotMinutes;

interface Cell {
  day: number;
  slot: number;
}

/** What is being painted: everything between two cells becomes worked, or free. */
interface Stroke {
  from: Cell;
  to: Cell;
  works: boolean;
}

export interface WeekGridProps {
  week: Week;
  label: string;
  onPaint: (week: Week) => void;
}

/**
 * Hours painted by half hours: with the mouse or a finger over as many days as one likes, by arrow keys with the space bar for
 * one and Shift for a row of them. Quarters that were typed show as they are.
 */
export function WeekGrid({ week, label, onPaint }: WeekGridProps) {
  const { t } = useTranslation("attention");
  const [focused, setFocused] = useState<Cell>({ day: 0, slot: 18 });
  const [stroke, setStroke] = useState<Stroke | null>(null);
  // What the pointer says may come before what it said last is drawn.
  const drawn = useRef<Stroke>(null);
  const grid = useRef<HTMLTableElement>(null);
  const shown = stroke ? painted(week, stroke) : week;
  const [short, long] = [dayNames(readersLocale(), "short"), dayNames(readersLocale(), "long")];

  const draw = (next: Stroke | null) => {
    drawn.current = next;
    setStroke(next);
  };
  const move = (cell: Cell) => {
    setFocused(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.day}-${cell.slot}"]`)?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const works = worksAt(week, focused);
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      return onPaint(painted(week, { from: focused, to: focused, works: !works }));
    }
    const next = steps[event.key]?.(focused);
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) onPaint(painted(week, { from: focused, to: next, works }));
    move(next);
  };
  const handleDown = (event: PointerEvent) => {
    const cell = cellAt(event);
    if (!cell || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    draw({ from: cell, to: cell, works: !worksAt(week, cell) });
    move(cell);
  };
  const handleMove = (event: PointerEvent) => {
    const cell = drawn.current && cellAt(event);
    if (cell && drawn.current) draw({ ...drawn.current, to: cell });
  };
  const handleUp = (event: PointerEvent) => {
    handleMove(event);
    if (drawn.current) onPaint(painted(week, drawn.current));
    draw(null);
  };
  /** A screen reader goes to cells by ways of its own. */
  const handleFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target);
    if (cell) setFocused(cell);
  };

  return (
    <div className={classes.frame}>
      <div className={classes.clock} aria-hidden>
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are painted
        role="grid"
        aria-label={label}
        aria-describedby="week-grid-keys"
        aria-multiselectable
        className={classes.grid}
        onKeyDown={handleKey}
        onPointerDown={handleDown}
        onPointerMove={handleMove}
        onPointerUp={handleUp}
        onPointerCancel={() => draw(null)}
        onFocus={handleFocus}
      >
        <tbody>
          {long.map((name, day) => (
            <tr key={name}>
              <th scope="row" title={name} className={classes.day}>
                {short[day]}
              </th>
              {Array.from({ length: slots }, (_, slot) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the day
                  key={slot}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in a grid it is one
                  role="gridcell"
                  aria-selected={worksAt(shown, { day, slot })}
                  aria-label={t(fillOf(shown, { day, slot }) === "some" ? "hours.partly" : "hours.cell", {
                    day: name,
                    time: clockOf(slot * slotMinutes),
                  })}
                  data-cell={`${day}-${slot}`}
                  data-fill={fillOf(shown, { day, slot })}
                  tabIndex={focused.day === day && focused.slot === slot ? 0 : -1}
                  className={classes.slot}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id="week-grid-keys" className={classes.keys}>
        {t("hours.keys")}
      </p>
    </div>
  );
}

const steps: Record<string, (cell: Cell) => Cell> = {
  ArrowLeft: ({ day, slot }) => ({ day, slot: Math.max(0, slot - 1) }),
  ArrowRight: ({ day, slot }) => ({ day, slot: Math.min(slots - 1, slot + 1) }),
  ArrowUp: ({ day, slot }) => ({ day: Math.max(0, day - 1), slot }),
  ArrowDown: ({ day, slot }) => ({ day: Math.min(6, day + 1), slot }),
  Home: ({ day }) => ({ day, slot: 0 }),
  End: ({ day }) => ({ day, slot: slots - 1 }),
};

/** The pointer is captured by the grid, so what lies under it is asked for. */
function cellAt({ clientX, clientY }: PointerEvent): Cell | null {
  return cellOf(document.elementFromPoint(clientX, clientY));
}

function cellOf(element: Element | null): Cell | null {
  const [day, slot] = element?.closest<HTMLElement>("[data-cell]")?.dataset.cell?.split("-").map(Number) ?? [];
  return day === undefined || slot === undefined ? null : { day, slot };
}

function painted(week: Week, { from, to, works }: Stroke): Week {
  const [first, last] = [Math.min(from.slot, to.slot), Math.max(from.slot, to.slot)];
  let next = week;
  for (let day = Math.min(from.day, to.day); day <= Math.max(from.day, to.day); day++) {
    next = paint(next, { day, start: first * slotMinutes, end: (last + 1) * slotMinutes }, works);
  }
  return next;
}

const worksAt = (week: Week, { day, slot }: Cell) => week[day * dayMinutes + slot * slotMinutes] === 1;

function fillOf(week: Week, { day, slot }: Cell): "all" | "some" | "none" {
  const start = day * dayMinutes + slot * slotMinutes;
  const worked = week.subarray(start, start + slotMinutes).reduce((sum, minute) => sum + minute, 0);
  return worked === slotMinutes ? "all" : worked > 0 ? "some" : "none";
}
