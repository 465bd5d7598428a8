import { Replica } from "./db";

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

/** What waits to be sent on a device that is full goes on from memory; sending it twice would do it once. */
export async function moveOutbox(from: Replica, to: Replica): Promise<void> {
  const waiting = await from.outbox.where("state").equals("pending").sortBy("seq");
  await to.outbox.bulkAdd(waiting.map(({ seq: _, ...entry }) => ({ ...entry, touched: [], made: [] })) as never);
  await from.outbox.bulkDelete(waiting.map((entry) => entry.seq)).catch(() => undefined);
}
