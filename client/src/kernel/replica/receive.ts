import type { ChangeResponse, SnapshotResponse, SpaceResponse } from "../api/types";
import { applyOne } from "./changes";
import type { Replica } from "./db";
import { keepLost } from "./lost";
import { missedSince } from "./missed";
import { dropReached } from "./outbox";
import { type AnyRow, hearingRow, inboxRow, memberKey, spaceTables, type TableName } from "./rows";
import { settle } from "./settle";
import { keyOf, Work, withDerived } from "./work";

export interface Received {
  /** Spaces of which something between is missing, or that are not known yet. */
  gaps: string[];
  /** Spaces with a change that could not be applied: only a snapshot helps. */
  broken: string[];
}

/** Puts what the server announced into the replica. Known versions are skipped; a gap stops its space. */
export function applyChanges(db: Replica, changes: ChangeResponse[]): Promise<Received> {
  return db.transaction("rw", db.tables, async () => {
    const positions = new Map((await db.positions.toArray()).map((one) => [one.spaceId, one.version]));
    const [gaps, broken, moved, stale] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
    const work = await Work.begin(db);
    const tx = work.server(stale);

    for (const change of changes) {
      const { spaceId, version } = change;
      const here = positions.get(spaceId);
      if (broken.has(spaceId) || (here !== undefined && version <= here)) continue;
      if (here === undefined || version > here + 1) {
        gaps.add(spaceId);
        continue;
      }
      try {
        await applyOne(tx, change);
        positions.set(spaceId, version);
        moved.add(spaceId);
      } catch {
        broken.add(spaceId);
      }
    }

    await db.positions.bulkPut([...moved].map((spaceId) => ({ spaceId, version: positions.get(spaceId) ?? 0 })));
    await settle(work, stale);
    await dropReached(work);
    await work.flush();
    await forget(db, [...work.forgotten]);
    return { gaps: [...gaps], broken: [...broken] };
  });
}

/** Replaces everything known of a space by what the server says now; what waits in the outbox is laid over it. */
export function applySnapshot(db: Replica, snapshot: SnapshotResponse): Promise<void> {
  const { space, version } = snapshot;
  const {
    people = [],
    members = [],
    lists = [],
    labels = [],
    tasks = [],
    topics = [],
    messages = [],
    inbox = [],
    hearing = [],
  } = snapshot;
  const fresh: [TableName, AnyRow[]][] = [
    ["spaces", [space]],
    ["people", people],
    ["members", members.map((one) => ({ ...one, spaceId: space.id, id: memberKey(space.id, one.personId) }))],
    ["lists", lists],
    ["labels", labels],
    ["tasks", tasks],
    ["topics", topics],
    ["messages", messages],
    ["inbox", inbox.map((item) => inboxRow(space.id, item))],
    ["hearing", hearing.map((one) => hearingRow(space.id, one))],
  ];
  return db.transaction("rw", db.tables, async () => {
    await Promise.all(spaceTables.map((table) => clear(db, table, space.id)));
    await db.pages.where("spaceId").equals(space.id).delete();
    const work = await Work.begin(db);
    const stale = new Set(work.shadowed.filter((key) => belongs(work.shadowOf(key), space.id)));
    for (const key of stale) work.setShadow(key, null);
    for (const key of await touchedIn(db, space.id)) stale.add(key);
    for (const [table, rows] of fresh) {
      for (const row of rows) {
        const key = keyOf(table, row.id);
        if (work.shadowOf(key) !== undefined) {
          work.setShadow(key, row);
          stale.add(key);
        } else {
          work.show(key, row);
        }
      }
    }
    await db.positions.put({ spaceId: space.id, version });
    work.miss(keyOf("spaces", space.id));
    await settle(work, stale);
    await dropReached(work);
    await work.flush();
  });
}

/** Puts what is mine alone about my spaces over those that are here: my role and rights, how I keep them. */
export function applyMine(db: Replica, spaces: SpaceResponse[]): Promise<void> {
  return db.transaction("rw", db.tables, async () => {
    const work = await Work.begin(db);
    const stale = new Set<string>();
    const tx = work.server(stale);
    for (const { id, role, can, pin, mutedUntil } of spaces) {
      if (await tx.spaces.get(id)) await tx.spaces.patch(id, { role, can, pin, mutedUntil });
    }
    await settle(work, stale);
    await work.flush();
  });
}

/**
 * Adds rows that were read. Those already here are newer or the same: changes keep them true. False: some were left out,
 * since the server spoke of them after `since` (`missedSoFar`, before the question).
 */
export function keepMissing<T extends "tasks" | "topics" | "messages" | "people" | "spaces">(
  db: Replica,
  table: T,
  rows: AnyRow[],
  since?: number,
): Promise<boolean> {
  return db.transaction("rw", db.tables, async () => {
    const missed = since === undefined ? new Set<string>() : await missedSince(db, since);
    const isOld = (row: AnyRow) =>
      !missed || missed.has(keyOf(table, row.id)) || ("spaceId" in row && missed.has(keyOf("spaces", row.spaceId)));
    const known = await db.rowsOf(table).bulkGet(rows.map((row) => row.id));
    const shadowed = new Set(await db.shadows.toCollection().primaryKeys());
    const missing = rows.filter((row, index) => !known[index] && !shadowed.has(keyOf(table, row.id)));
    const fresh = missing.filter((row) => !isOld(row));
    await db.rowsOf(table).bulkPut(fresh.map((row) => withDerived(table, row)));
    return fresh.length === missing.length;
  });
}

/** Takes spaces that are no longer mine off this device; of what was still to be sent to them the words stay (`lostOf`). */
export function forget(db: Replica, spaceIds: string[]): Promise<void> {
  if (spaceIds.length === 0) return Promise.resolve();
  return db.transaction("rw", db.tables, async () => {
    const entries = await db.outbox.where("spaceId").anyOf(spaceIds).toArray();
    await keepLost(
      db,
      entries.filter((entry) => entry.state !== "sent"),
    );
    await db.outbox.bulkDelete(entries.map((entry) => entry.seq));
    for (const spaceId of spaceIds) {
      await Promise.all(spaceTables.map((table) => clear(db, table, spaceId)));
      await db.pages.where("spaceId").equals(spaceId).delete();
    }
    await db.inbox.where("postSpaceId").anyOf(spaceIds).delete();
    await db.positions.bulkDelete(spaceIds);
    await db.spaces.bulkDelete(spaceIds);

    const work = await Work.begin(db);
    for (const key of work.shadowed) {
      const row = work.shadowOf(key);
      if (spaceIds.some((spaceId) => belongs(row, spaceId) || key === keyOf("spaces", spaceId))) work.dropShadow(key);
    }
    await settle(work, new Set(entries.flatMap((entry) => entry.touched)));
    await dropReached(work, { gone: spaceIds });
    for (const spaceId of spaceIds) work.miss(keyOf("spaces", spaceId));
    await work.flush();
    await forgetStrangers(db);
  });
}

/** People with whom I share no space any more, and whom nothing on this device names. */
async function forgetStrangers(db: Replica) {
  const seated = new Set<unknown>(await db.members.orderBy("personId").uniqueKeys());
  const strangers = new Set<string>(await db.people.toCollection().primaryKeys());
  for (const id of strangers) if (id === db.personId || seated.has(id)) strangers.delete(id);
  for (const table of [db.tasks, db.topics, db.messages, db.inbox]) {
    if (strangers.size > 0) await table.each((row) => dropNamed(strangers, row));
  }
  await db.people.bulkDelete([...strangers]);
}

/** Wherever a row names people (author, quote, followers, reactions, assignees, owners), it does so by their ids. */
function dropNamed(ids: Set<string>, value: unknown) {
  if (typeof value === "string") ids.delete(value);
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) dropNamed(ids, part);
}

async function clear(db: Replica, table: (typeof spaceTables)[number], spaceId: string) {
  await db.rowsOf(table).where("spaceId").equals(spaceId).delete();
}

async function touchedIn(db: Replica, spaceId: string): Promise<string[]> {
  const entries = await db.outbox.where("spaceId").equals(spaceId).toArray();
  return entries.flatMap((entry) => entry.touched);
}

const belongs = (row: AnyRow | null | undefined, spaceId: string) =>
  row !== null && row !== undefined && "spaceId" in row && row.spaceId === spaceId;

/** After a full catch-up that began at `since`: whatever was sent before it has been seen. */
export function confirmCaughtUp(db: Replica, since: string): Promise<void> {
  return db.transaction("rw", db.tables, async () => {
    const work = await Work.begin(db);
    await dropReached(work, { caughtUpSince: since });
    await work.flush();
  });
}
