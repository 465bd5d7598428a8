import type { InboxRow, Replica } from "../../../kernel/replica";

/** An ask that was delivered and is not put off. What was put off comes back with a batch, never by the clock alone. */
const waits = ({ role, state, snoozedUntil }: InboxRow) => role !== "know" && state !== "queued" && !snoozedUntil;

/** How many delivered asks wait for me. It moves with my batches and by what I do, never because somebody just wrote. */
export const waitingIn = (db: Replica): Promise<number> => db.inbox.filter(waits).count();

/** When the last batch with asks that are still here came. */
export async function broughtLast(db: Replica): Promise<string | undefined> {
  const rows = await db.inbox.filter((row) => waits(row) && row.broughtAt !== undefined).toArray();
  return rows
    .map((row) => row.broughtAt ?? "")
    .sort()
    .at(-1);
}
