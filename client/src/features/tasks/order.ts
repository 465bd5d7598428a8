import { generateKeyBetween } from "fractional-indexing";

export interface Ordered {
  id: string;
  orderKey: string;
}

/** By key as plain code units (not by locale, the keys are ASCII), then by id: two people may have made the same key. */
export const byOrder = (a: Ordered, b: Ordered) =>
  a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : a.id < b.id ? -1 : 1;

/** A key for what shall stand at `index` of `rows`, which are in order and without it. */
export function keyAt(rows: Ordered[], index: number): string {
  const before = rows[index - 1]?.orderKey ?? null;
  // Among equal keys there is no room: it goes behind the last of them.
  const after =
    rows.slice(Math.max(0, index)).find((row) => before === null || row.orderKey > before)?.orderKey ?? null;
  return generateKeyBetween(before, after);
}

export const keyAtTop = (rows: Ordered[]) => keyAt(rows, 0);
export const keyAtBottom = (rows: Ordered[]) => keyAt(rows, rows.length);
