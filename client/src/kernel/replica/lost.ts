import type { OutboxEntry, Replica } from "./db";
import { wordsIn } from "./words";

/** What was to be sent to a space that was taken away first: never sent, and mine to keep. */
export interface Lost {
  id: string;
  at: string;
  /** The kind of change it was to be, `message.posted`. */
  kind: string;
  /** The space's name. */
  space: string;
  /** What was written, if it had words. */
  text: string;
}

interface Kept {
  entries: Lost[];
  /** How many of them nobody was told of yet. */
  untold: number;
}

async function kept(db: Replica): Promise<Kept> {
  return ((await db.meta.get("lost"))?.value as Kept | undefined) ?? { entries: [], untold: 0 };
}

const keep = (db: Replica, value: Kept) => db.meta.put({ key: "lost", value });

export const lostOf = async (db: Replica): Promise<Lost[]> => (await kept(db)).entries;

export async function keepLost(db: Replica, unsent: OutboxEntry[]): Promise<void> {
  if (unsent.length === 0) return;
  const { entries, untold } = await kept(db);
  const spaces = new Map((await db.spaces.toArray()).map((space) => [space.id, space.name]));
  const lost = unsent.map(({ id, at, spaceId, body, predicts }) => ({
    id,
    at,
    kind: predicts[0]?.kind ?? "",
    space: spaces.get(spaceId) ?? "",
    text: Object.values(wordsIn(body)).join("\n"),
  }));
  await keep(db, { entries: [...entries, ...lost], untold: untold + lost.length });
}

/** How many are new since this was asked last, by any tab. */
export function takeUntold(db: Replica): Promise<number> {
  return db.transaction("rw", db.meta, async () => {
    const { entries, untold } = await kept(db);
    if (untold > 0) await keep(db, { entries, untold: 0 });
    return untold;
  });
}

export function dropLost(db: Replica, id: string): Promise<void> {
  return db.transaction("rw", db.meta, async () => {
    const { entries, untold } = await kept(db);
    await keep(db, { entries: entries.filter((one) => one.id !== id), untold });
  });
}
