import type { Replica } from "./db";

const remembered = 500;

/** The rows that changes spoke of while they were not here, newest last; all tabs of a device share it. */
interface Missed {
  /** Of all there ever were. */
  count: number;
  keys: string[];
}

async function missedOf(db: Replica): Promise<Missed> {
  return ((await db.meta.get("missed"))?.value as Missed | undefined) ?? { count: 0, keys: [] };
}

export const missedSoFar = async (db: Replica): Promise<number> => (await missedOf(db)).count;

/** The keys that came after `since`; null where they were too many to remember them all. */
export async function missedSince(db: Replica, since: number): Promise<Set<string> | null> {
  const { count, keys } = await missedOf(db);
  const news = count - since;
  return news > keys.length ? null : new Set(news > 0 ? keys.slice(-news) : []);
}

export async function noteMissed(db: Replica, missed: Set<string>): Promise<void> {
  if (missed.size === 0) return;
  const { count, keys } = await missedOf(db);
  const value: Missed = { count: count + missed.size, keys: [...keys, ...missed].slice(-remembered) };
  await db.meta.put({ key: "missed", value });
}
