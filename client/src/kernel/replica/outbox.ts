import type { Position } from "../api/call";
import type { ProblemDetails } from "../api/problem";
import { applyOne, expectedChange } from "./changes";
import type { Command, OutboxEntry, Replica } from "./db";
import { newId } from "./ids";
import type { TableName } from "./rows";
import { isAbout, settle } from "./settle";
import { keyOf, Work } from "./work";

/** How long a tab that took a write to the wire may hold the others off. */
const claimMs = 30_000;

export type Claimed = "ours" | "theirs" | "gone";

/** What became of a write that was given up; `mayArrive`: it had been on the wire, and no answer came. */
export type Discarded = "neverSent" | "mayArrive" | "alreadySent";

/** Paints a command and queues it for the server, both or neither. Resolves when the replica has it, not the server. */
export async function submit(db: Replica, command: Command): Promise<string> {
  const id = newId();
  const at = new Date().toISOString();
  await db.transaction("rw", db.tables, async () => {
    const work = await Work.begin(db);
    const entry: Omit<OutboxEntry, "seq"> = {
      ...command,
      id,
      at,
      actorId: db.personId,
      state: "pending",
      touched: [],
      made: [],
      awaits: [],
    };
    const tx = work.predicting(entry);
    for (const prediction of command.predicts) await applyOne(tx, expectedChange(entry, prediction));
    await db.outbox.add(entry as OutboxEntry);
    await settle(work, entry.touched, "marksOnly");
    await work.flush();
  });
  return id;
}

/** Those of the positions that this device will reach: a space that I have no seat in tells me nothing. */
export async function reachable(db: Replica, positions: Position[]): Promise<Position[]> {
  const ids = positions.map((one) => one.spaceId);
  const [read, named] = await Promise.all([db.positions.bulkGet(ids), db.spaces.bulkGet(ids)]);
  return positions.filter((_, index) => read[index] || named[index]);
}

/**
 * Takes a write to the wire, unless it was given up or another tab has it there: the second copy of an older move would undo
 * a newer one. `tab`: where several tabs send; a tab that sends alone holds nothing against one that is gone.
 */
export const claim = (db: Replica, seq: number, tab?: string): Promise<Claimed> =>
  db.transaction("rw", db.outbox, async () => {
    const entry = await db.outbox.get(seq);
    if (entry?.state !== "pending") return "gone";
    const { by, at } = entry.claim ?? { by: "", at: 0 };
    if (tab && by !== tab && Date.now() - at < claimMs) return "theirs";
    await db.outbox.update(seq, { claim: { by: tab ?? "", at: Date.now() } });
    return "ours";
  });

/** The server took it. It leaves the outbox as soon as this replica has reached the positions it was announced at. */
export const confirm = (db: Replica, seq: number, awaits: Position[]) =>
  change(db, seq, async (entry) => {
    if (entry.state === "sent") return entry;
    return awaits.length > 0 && (await reached(db, awaits))
      ? null
      : { ...entry, state: "sent", awaits, sentAt: new Date().toISOString() };
  });

/** The server said no: what was predicted is taken back, except rows that only exist here, so that no text is lost. */
export const refuse = (db: Replica, seq: number, problem: ProblemDetails) =>
  change(db, seq, async (entry) => (entry.state === "pending" ? { ...entry, state: "refused", problem } : entry));

/** Sends a refused command again, with another body if it was edited. */
export const retry = (db: Replica, seq: number, edited: Partial<Pick<Command, "body" | "predicts">> = {}) =>
  change(db, seq, async (entry) =>
    entry.state === "refused"
      ? { ...entry, ...edited, state: "pending", problem: undefined, faults: undefined, claim: undefined }
      : entry,
  );

/** Counts that the server failed at it, and answers how often that has been. */
export function noteFault(db: Replica, seq: number): Promise<number> {
  return db.transaction("rw", db.outbox, async () => {
    const faults = ((await db.outbox.get(seq))?.faults ?? 0) + 1;
    await db.outbox.update(seq, { faults });
    return faults;
  });
}

/** Gives a command up that was refused or waits, and with a row that it would have made also everything that waits for that row. */
export const discard = (db: Replica, seq: number): Promise<Discarded> =>
  db.transaction("rw", db.tables, async () => {
    const entry = await db.outbox.get(seq);
    if (!entry || entry.state === "sent") return "alreadySent";
    const waiting = await db.outbox.where("touched").anyOf(entry.made).distinct().toArray();
    for (const one of [entry, ...waiting.filter((later) => later.seq > seq)]) {
      await takeOut(db, one.seq);
    }
    return entry.state === "pending" && entry.claim ? "mayArrive" : "neverSent";
  });

/** Removes one entry, and what it predicted from its rows. */
export const takeOut = (db: Replica, seq: number) => change(db, seq, async () => null);

/** What the server refused of a row. */
export function refusalsOf(db: Replica, table: TableName, id: string): Promise<OutboxEntry[]> {
  const key = keyOf(table, id);
  return db.outbox
    .where("touched")
    .equals(key)
    .and((entry) => entry.state === "refused" && isAbout(entry, key))
    .toArray();
}

/** Those that may go out now, in order; what needs a row whose making was refused waits for that to be settled. */
export async function sendable(db: Replica): Promise<OutboxEntry[]> {
  const held = new Set<string>();
  const entries = await db.outbox.orderBy("seq").toArray();
  return entries.filter((entry) => {
    const waits = entry.touched.some((key) => held.has(key));
    if (entry.state === "refused" || waits) for (const key of entry.made) held.add(key);
    return entry.state === "pending" && !waits;
  });
}

export interface Settled {
  /** Spaces that are no longer mine: nothing of theirs will arrive. */
  gone?: string[];
  /** A full catch-up began then: what was sent before is known here, wherever it was announced. */
  caughtUpSince?: string;
}

/** Drops what was sent and is now known here. */
export async function dropReached(work: Work, { gone = [], caughtUpSince = "" }: Settled = {}): Promise<void> {
  const { db } = work;
  const done: OutboxEntry[] = [];
  for (const entry of await db.outbox.where("state").equals("sent").toArray()) {
    const caughtUp = caughtUpSince !== "" && (entry.sentAt ?? "") <= caughtUpSince;
    const awaits = entry.awaits.filter((one) => !gone.includes(one.spaceId));
    const repeat = entry.awaits.length === 0;
    if (caughtUp || (!repeat && (await reached(db, awaits)))) done.push(entry);
  }
  if (done.length === 0) return;
  await db.outbox.bulkDelete(done.map((entry) => entry.seq));
  await settle(
    work,
    done.flatMap((entry) => entry.touched),
  );
}

/** Replaces or removes (null) one entry and rebuilds what it touched. */
function change(db: Replica, seq: number, next: (entry: OutboxEntry) => Promise<OutboxEntry | null>): Promise<void> {
  return db.transaction("rw", db.tables, async () => {
    const entry = await db.outbox.get(seq);
    if (!entry) return;
    const changed = await next(entry);
    if (changed === entry) return;
    if (changed === null) await db.outbox.delete(seq);
    else await db.outbox.put(changed);
    const work = await Work.begin(db);
    await settle(work, entry.touched);
    await work.flush();
  });
}

async function reached(db: Replica, awaits: Position[]): Promise<boolean> {
  for (const { spaceId, version } of awaits) {
    const here = await db.positions.get(spaceId);
    if (!here || here.version < version) return false;
  }
  return true;
}
