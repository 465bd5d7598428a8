import { applyOne, expectedChange } from "./changes";
import type { OutboxEntry } from "./db";
import { type AnyRow, memberKey, type SyncMark } from "./rows";
import { split, type Work } from "./work";

/**
 * Brings rows in line with the outbox: visible = shadow + what is still expected, in the order it was done.
 * Rows that nothing is expected of any more show the shadow, which then goes.
 */
export async function settle(work: Work, keys: Iterable<string>, how: "rebuild" | "marksOnly" = "rebuild") {
  const stale = new Set([...keys].filter((key) => work.shadowOf(key) !== undefined));
  if (stale.size === 0) return;
  const entries = await work.db.outbox
    .where("touched")
    .anyOf([...stale])
    .distinct()
    .sortBy("seq");
  const expected = new Set(entries.flatMap((entry) => entry.touched));

  if (how === "rebuild") {
    for (const key of stale) work.show(key, work.shadowOf(key) ?? null);
    for (const entry of entries) await predictAgain(work, entry, stale);
  }
  for (const key of stale) {
    const row = await work.see(key);
    if (row) work.show(key, marked(row, markOf(entries, key)));
    if (!expected.has(key)) work.dropShadow(key);
  }
}

async function predictAgain(work: Work, entry: OutboxEntry, stale: Set<string>) {
  // A refused write stays visible only on a row that exists nowhere else: a post that was not taken keeps its text.
  const tx = work.predictingAgain(
    (key) => stale.has(key) && (entry.state !== "refused" || work.shadowOf(key) === null),
  );
  for (const prediction of entry.predicts) await applyOne(tx, expectedChange(entry, prediction));
}

function markOf(entries: OutboxEntry[], key: string): SyncMark | undefined {
  const about = entries.filter((entry) => isAbout(entry, key));
  if (about.some((entry) => entry.state === "refused")) return "refused";
  return about.length > 0 ? "pending" : undefined;
}

/** A mark sits on the thing a command is about, not on what it merely counts up. A seat is announced by its person's id. */
export function isAbout(entry: OutboxEntry, key: string): boolean {
  const [table, id] = split(key);
  return entry.predicts.some(
    ({ itemId, spaceId = entry.spaceId }) => (table === "members" ? memberKey(spaceId, itemId) : itemId) === id,
  );
}

function marked(row: AnyRow, sync: SyncMark | undefined): AnyRow {
  const { sync: _, ...plain } = row;
  return (sync ? { ...plain, sync } : plain) as AnyRow;
}
