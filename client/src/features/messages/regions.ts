import { read } from "../../kernel/api/call";
import type { MessagePage } from "../../kernel/api/types";
import { type MessageRow, type Region, type Replica, readMissing } from "../../kernel/replica";
import { first, last, orderOf, type Place, streamPath } from "./place";

const pageSize = 50;

/**
 * The stretch that reaches to the newest message: what a snapshot brought, until a page says more. It grows by itself,
 * since every later message arrives live; other stretches are islands around an old message that a link led to.
 */
export async function mainRegion(db: Replica, { id, spaceId }: Place): Promise<Region> {
  const kept = await db.pages.get(id);
  if (kept) return kept;
  const oldest = await inStream(db, id, first, last).first();
  const before = oldest && (await opensUnsent(db, oldest)) ? null : undefined;
  return { id, streamId: id, spaceId, from: oldest ? orderOf(oldest) : last, to: last, before, after: null };
}

/** A topic that is not sent yet begins with its opening post, and the server could not tell of it. */
async function opensUnsent(db: Replica, { id, place }: MessageRow): Promise<boolean> {
  const topic = place.kind === "topic" ? await db.topics.get(place.id) : undefined;
  return topic?.sync !== undefined && topic.openingMessageId === id;
}

/** The stretch around a message, if it is here. */
export async function regionAround(db: Replica, place: Place, message: MessageRow): Promise<Region | undefined> {
  const order = orderOf(message);
  const all = [await mainRegion(db, place), ...(await islands(db, place.id))];
  return all.find((region) => holds(region, order));
}

/** Reads on in one direction and answers the stretch as it then is. */
export async function readOn(db: Replica, place: Place, region: Region, way: "before" | "after"): Promise<Region> {
  const cursor = region[way];
  if (cursor === null) return region;
  if (cursor !== undefined) {
    const page = await ask(db, place, `${way}=${encodeURIComponent(cursor)}`);
    return noteRead(db, place, page, { region, way });
  }
  const oldest = await inStream(db, place.id, region.from, region.to)
    .and((row) => !row.sync)
    .first();
  const page = await ask(db, place, oldest ? `around=${oldest.id}` : "");
  return noteRead(db, place, page, { region, way: "around" });
}

/** Reads the stretch around a message that a link leads to. */
export async function readAround(db: Replica, place: Place, messageId: string): Promise<Region> {
  const main = await mainRegion(db, place);
  if (main.before === undefined) await readOn(db, place, main, "before");
  return noteRead(db, place, await ask(db, place, `around=${messageId}`));
}

const ask = (db: Replica, place: Place, query: string) =>
  readMissing(
    db,
    "messages",
    () => read<MessagePage>(`${streamPath(place)}?limit=${pageSize}&${query}`),
    (page) => page.items,
  );

/** Notes a page that is kept as a part of the stretch it goes on from, and joins it with those that it reaches. */
export function noteRead(
  db: Replica,
  { id: streamId, spaceId }: Place,
  page: MessagePage,
  grows?: { region: Region; way: "before" | "after" | "around" },
): Promise<Region> {
  return db.transaction("rw", db.pages, async () => {
    const [oldest, newest] = [page.items[0], page.items.at(-1)];
    let joined: Region = {
      id: "",
      streamId,
      spaceId,
      from: page.before !== null && oldest ? orderOf(oldest) : first,
      to: page.after !== null && newest ? orderOf(newest) : last,
      before: page.before,
      after: page.after,
    };
    const kept = await db.pages.where("id").startsWith(streamId).toArray();
    if (grows) {
      joined = join(joined, grows.region, grows.way);
      kept.push(grows.region);
    }
    const reached = kept.filter(
      (one) => one.id === grows?.region.id || (one.from <= joined.to && joined.from <= one.to),
    );
    joined = reached.reduce((all, one) => join(all, one), joined);
    joined.id = joined.to === last ? streamId : `${streamId} ${joined.from}`;
    await db.pages.bulkDelete(reached.map((one) => one.id));
    await db.pages.put(joined);
    return joined;
  });
}

/** Messages of a stretch, oldest first. */
export async function messagesBetween(db: Replica, streamId: string, from: string, to: string): Promise<MessageRow[]> {
  const rows = await inStream(db, streamId, from, to).toArray();
  return rows.filter((row) => orderOf(row) >= from && orderOf(row) <= to);
}

/** Up to `count` messages next to a place in the stretch, nearest first. */
export async function messagesFrom(
  db: Replica,
  { streamId, from, to }: Pick<Region, "streamId" | "from" | "to">,
  way: "before" | "after",
  count: number,
): Promise<MessageRow[]> {
  const range = inStream(db, streamId, from, to);
  const inside = (way === "before" ? range.reverse() : range).and((row) => orderOf(row) >= from && orderOf(row) <= to);
  return inside.limit(count).toArray();
}

export const holds = (region: Region, order: string) => region.from <= order && order <= region.to;

const islands = (db: Replica, streamId: string) => db.pages.where("id").startsWith(`${streamId} `).toArray();

const timeOf = (order: string) => order.slice(0, 24);

const inStream = (db: Replica, streamId: string, from: string, to: string) =>
  db.messages.where("[streamId+postedAt]").between([streamId, timeOf(from)], [streamId, timeOf(to)], true, true);

/** A page that goes on from a stretch has no message in common with it: `way` says on which side it lies. */
function join(page: Region, other: Region, way: "before" | "after" | "around" = "around"): Region {
  const starts = way === "before" || (way === "around" && page.from <= other.from) ? page : other;
  const ends = way === "after" || (way === "around" && page.to >= other.to) ? page : other;
  return { ...page, from: starts.from, before: starts.before, to: ends.to, after: ends.after };
}
