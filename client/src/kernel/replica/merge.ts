import type { SpaceResponse } from "../api/types";
import type { OutboxEntry, Replica } from "./db";
import { settle } from "./settle";
import { keyOf, Work } from "./work";

/** Where a space went whose id was made here for people who had one already. */
export const insteadOf = async (db: Replica, spaceId: string): Promise<string | undefined> =>
  (await db.meta.get(`instead:${spaceId}`))?.value as string | undefined;

/**
 * The server answered the making of a space with one that is there already: the same people always meet in the same
 * direct space. What this device did in its own goes there, still in its order, and so does what is being written.
 */
export function mergeSpace(db: Replica, making: OutboxEntry, theirs: SpaceResponse): Promise<void> {
  const lost = (making.body as { id: string }).id;
  // Ids are unique: wherever one is named, in paths, bodies and predictions, it means the space.
  const renamed = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(lost, theirs.id)) as T;
  return db.transaction("rw", db.tables, async () => {
    await db.outbox.delete(making.seq);
    const stale = new Set(making.touched);
    const later = await db.outbox.filter((entry) => JSON.stringify(entry).includes(lost)).toArray();
    for (const entry of later) for (const key of entry.touched) stale.add(key);
    await db.outbox.bulkPut(later.map(renamed));
    for (const draft of await db.drafts.filter(({ id }) => id.includes(lost)).toArray()) {
      await db.drafts.delete(draft.id);
      await db.drafts.put(renamed(draft));
    }
    await db.pages.where("spaceId").equals(lost).delete();
    await db.meta.put({ key: `instead:${lost}`, value: theirs.id });

    const work = await Work.begin(db);
    if (!(await work.see(keyOf("spaces", theirs.id)))) work.show(keyOf("spaces", theirs.id), theirs);
    for (const key of later.flatMap((entry) => renamed(entry.touched))) {
      if (work.shadowOf(key) === undefined) work.setShadow(key, await work.see(key));
      stale.add(key);
    }
    await settle(work, stale);
    await work.flush();
  });
}
