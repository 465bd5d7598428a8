import { type OutboxEntry, Replica } from "./db";
import { takeOut } from "./outbox";
import { split } from "./work";

/** A person's replica on this device, or in memory where the browser has no database for us. */
export async function openReplica(personId: string): Promise<Replica> {
  const db = new Replica(personId);
  try {
    await db.open();
    return db;
  } catch {
    return openInMemory(personId);
  }
}

/** Lives as long as the tab: enough to work while there is a network. */
export async function openInMemory(personId: string): Promise<Replica> {
  const { IDBFactory, IDBKeyRange } = await import("fake-indexeddb");
  const db = new Replica(personId, { indexedDB: new IDBFactory(), IDBKeyRange });
  await db.open();
  return db;
}

/** What waits to be sent on a device that is full goes on from memory, painted and marked; sending it twice would do it once. */
export async function moveOutbox(from: Replica, to: Replica): Promise<void> {
  const waiting = await from.outbox.where("state").equals("pending").sortBy("seq");
  const keys = [...new Set(waiting.flatMap((entry) => entry.touched))];
  const shadows = (await from.shadows.bulkGet(keys)).filter((one) => one !== undefined);
  const rows = await Promise.all(keys.map((key) => rowAt(from, key)));
  await to.transaction("rw", to.tables, async () => {
    await to.outbox.bulkAdd(waiting.map(({ seq: _, ...entry }) => entry as OutboxEntry));
    await to.shadows.bulkPut(shadows);
    for (const { table, row } of rows) if (row) await to.rowsOf(table).put(row);
  });
  // Where even that finds no room, they are sent a second time one day.
  for (const { seq } of waiting) await takeOut(from, seq).catch(() => undefined);
}

async function rowAt(db: Replica, key: string) {
  const [table, id] = split(key);
  return { table, row: await db.rowsOf(table).get(id) };
}
