import { call } from "../api/call";
import { asProblem } from "../api/problem";
import type { CatchUpResponse, SnapshotResponse, SpaceResponse } from "../api/types";
import type { Replica } from "../replica/db";
import { applyChanges, applyMine, applySnapshot, confirmCaughtUp, forget } from "../replica/receive";
import { keyOf } from "../replica/work";
import type { Send } from "./push";

const atOnce = 500;

/** Reads the replica up to what the server says my spaces are at, and takes away those that are no longer mine. */
export async function catchUpWithAll(db: Replica, theirs: Record<string, number>, send: Send = call): Promise<void> {
  const since = new Date().toISOString();
  const mine = new Map((await db.positions.toArray()).map((one) => [one.spaceId, one.version]));
  await forget(db, await noLongerMine(db, mine, theirs));

  const unknown = Object.keys(theirs).filter((id) => !mine.has(id));
  // After a restored backup the server is behind this device: what it says now is the truth.
  const ahead = Object.keys(theirs).filter((id) => (mine.get(id) ?? 0) > (theirs[id] ?? 0));
  const anew = await inOrderOfUse(db, [...unknown, ...ahead]);
  // What my own space announces about the others (joined, left, what I may there) its snapshot is silent about: read before them,
  // it hides nothing that they do not know already.
  const own = await ownSpace(db);
  if (own && anew.includes(own)) await takeSnapshot(db, own, send);
  if (unknown.length > 0) await nameSpaces(db, send);
  for (const spaceId of anew) if (spaceId !== own) await takeSnapshot(db, spaceId, send);

  const behind = Object.keys(theirs).filter((id) => (mine.get(id) ?? Number.POSITIVE_INFINITY) < (theirs[id] ?? 0));
  await catchUp(db, [...behind, ...(unknown.length > 0 ? await unread(db) : [])], send);
  await confirmCaughtUp(db, since);
}

/** Asks for what these spaces announced since; a space that is not known here yet is read whole. */
export async function catchUp(db: Replica, spaceIds: string[], send: Send = call): Promise<void> {
  let waiting = [...new Set(spaceIds)];
  while (waiting.length > 0) {
    const now = waiting.slice(0, atOnce);
    const known = await db.positions.bulkGet(now);
    const asked = known.flatMap((one) => (one ? [{ id: one.spaceId, after: one.version }] : []));
    for (const spaceId of now.filter((_, index) => !known[index])) await takeSnapshot(db, spaceId, send);

    const again: string[] = [];
    if (asked.length > 0) {
      const { data } = await send("POST", "/changes", { body: { spaces: asked } });
      for (const space of (data as CatchUpResponse).spaces) {
        if (space.gone) await forget(db, [space.id]);
        else if (space.expired) await takeSnapshot(db, space.id, send);
        else if (await takeChanges(db, space, send)) again.push(space.id);
      }
    }
    waiting = [...again, ...waiting.slice(atOnce)];
  }
}

/** Spaces that were joined but not read yet; one that only this device knows of is not there to be read. */
export async function unread(db: Replica): Promise<string[]> {
  const read = new Set(await db.positions.toCollection().primaryKeys());
  const spaces = (await db.spaces.toCollection().primaryKeys()).filter((id) => !read.has(id));
  const shadows = await db.shadows.bulkGet(spaces.map((id) => keyOf("spaces", id)));
  return spaces.filter((_, index) => shadows[index] === undefined || shadows[index].row !== null);
}

export async function takeSnapshot(db: Replica, spaceId: string, send: Send = call): Promise<void> {
  try {
    const wasRead = await db.positions.get(spaceId);
    const { data } = await send("GET", `/spaces/${spaceId}/snapshot`, {});
    // What it announced about the others between then and now is lost, and they are not read anew. Asked before its position
    // moves: whatever breaks off in between is done again.
    const others = wasRead && spaceId === (await ownSpace(db)) ? (await send("GET", "/spaces", {})).data : null;
    if (others) await applyMine(db, others as SpaceResponse[]);
    await applySnapshot(db, data as SnapshotResponse);
  } catch (error) {
    if (asProblem(error).status !== 404) throw error;
    await forget(db, [spaceId]);
  }
}

async function takeChanges(db: Replica, space: CatchUpResponse["spaces"][number], send: Send): Promise<boolean> {
  const { gaps, broken } = await applyChanges(db, space.changes);
  if (gaps.includes(space.id) || broken.includes(space.id)) {
    await takeSnapshot(db, space.id, send);
    return false;
  }
  return space.more && space.changes.length > 0;
}

async function noLongerMine(db: Replica, mine: Map<string, number>, theirs: Record<string, number>) {
  const shown = await db.spaces.filter((space) => !space.sync).primaryKeys();
  return [...new Set([...mine.keys(), ...shown])].filter((id) => !(id in theirs));
}

const ownSpace = async (db: Replica) => (await db.me.get(db.personId))?.personalSpaceId;

/** The sidebar has its names before the spaces themselves are read. */
async function nameSpaces(db: Replica, send: Send) {
  const { data } = await send("GET", "/spaces", {});
  const known = new Set(await db.spaces.toCollection().primaryKeys());
  await db.spaces.bulkPut((data as SpaceResponse[]).filter((space) => !known.has(space.id)));
}

async function inOrderOfUse(db: Replica, spaceIds: string[]): Promise<string[]> {
  const last = (await db.meta.get("lastSpace"))?.value;
  return [...spaceIds].sort((a, b) => Number(b === last) - Number(a === last));
}
