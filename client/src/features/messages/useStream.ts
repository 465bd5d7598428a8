import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { asProblem, type Problem } from "../../kernel/api/problem";
import { type MessageRow, type Region, type Replica, useReplica, useRows } from "../../kernel/replica";
import { first, last, orderOf, type Place } from "./place";
import { mainRegion, messagesBetween, messagesFrom, readAround, readOn, regionAround } from "./regions";

const step = 50;
/** So many messages are in the page at once; further ones leave it on the other side. */
const most = 200;

/** The part of a stream that is in the page, both ends included; `to` is `last` while it follows what arrives. */
interface Shown {
  from: string;
  to: string;
}

export interface StreamView {
  /** Oldest first; undefined until the replica has answered. */
  rows: MessageRow[] | undefined;
  /** Something older or newer can be shown. */
  older: boolean;
  newer: boolean;
  /** How many arrived since the reader left the end. */
  arrived: number;
  following: boolean;
  problem: Problem | undefined;
  showOlder: () => Promise<void>;
  showNewer: () => Promise<void>;
  showNewest: () => Promise<void>;
  /** Shows the stretch around a message; false when it cannot be had. */
  showMessage: (messageId: string) => Promise<boolean>;
  /** Whether what arrives is shown at once: only while somebody is at the end. */
  follow: (follows: boolean) => void;
}

/** A stream paged both ways: from the replica first, then from the server, whose pages the replica keeps. */
export function useStream(place: Place, { opensAt, count = step }: { opensAt?: string; count?: number }): StreamView {
  const db = useReplica();
  const { kind, id, spaceId } = place;
  const here = useMemo<Place>(() => ({ kind, id, spaceId }), [kind, id, spaceId]);
  const [shown, setShown] = useState<Shown>();
  const [seen, setSeen] = useState(last);
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);

  const found = useRows((db) => (shown ? view(db, here, shown, seen) : undefined), [here, shown, seen]);

  const showNewest = useCallback(async () => {
    setProblem(undefined);
    setShown(await newestOf(db, here, count));
    setSeen(last);
    const region = await mainRegion(db, here);
    const known = await messagesFrom(db, region, "before", count);
    if (known.length >= count || region.before === null) return;
    await readOn(db, here, region, "before").catch((error) => known.length === 0 && setProblem(asProblem(error)));
    setShown(await newestOf(db, here, count));
  }, [db, here, count]);

  const showMessage = useCallback(
    async (messageId: string) => {
      try {
        const known = await db.messages.get(messageId);
        const region = (known && (await regionAround(db, here, known))) ?? (await readAround(db, here, messageId));
        const target = await db.messages.get(messageId);
        if (!target) return false;
        const at = orderOf(target);
        const before = await messagesFrom(db, { ...region, to: at }, "before", step);
        const after = await messagesFrom(db, { ...region, from: at }, "after", step);
        const end = after.at(-1);
        setShown({
          from: orderOf(before.at(-1) ?? target),
          to: end && after.length >= step ? orderOf(end) : endOf(region, orderOf(end ?? target)),
        });
        setSeen(last);
        return true;
      } catch {
        return false;
      }
    },
    [db, here],
  );

  useEffect(() => {
    const open = async () => {
      if (!opensAt || !(await showMessage(opensAt))) await showNewest();
    };
    void open();
  }, [opensAt, showMessage, showNewest]);

  const rows = found?.rows;
  const show = useCallback(
    async (way: "before" | "after") => {
      if (busy.current || !shown || !rows) return;
      busy.current = true;
      try {
        setProblem(undefined);
        const next = await further(db, here, shown, rows, way);
        // Whoever went elsewhere meanwhile stays there.
        setShown((now) => (now === shown ? next : now));
      } catch (error) {
        setProblem(asProblem(error));
      } finally {
        busy.current = false;
      }
    },
    [db, here, shown, rows],
  );

  const newest = rows?.at(-1);
  const follow = useCallback(
    (follows: boolean) => {
      if (!shown || !newest) return;
      if (!follows && shown.to === last) {
        setShown({ ...shown, to: orderOf(newest) });
        setSeen(orderOf(newest));
      }
      if (follows && shown.to !== last && found?.atEnd && found.arrived === 0) {
        setShown({ ...shown, to: last });
        setSeen(last);
      }
    },
    [shown, newest, found],
  );

  return {
    rows,
    older: found?.older ?? false,
    newer: found !== undefined && !found.atEnd,
    arrived: found?.arrived ?? 0,
    following: shown?.to === last,
    problem,
    showOlder: useCallback(() => show("before"), [show]),
    showNewer: useCallback(() => show("after"), [show]),
    showNewest,
    showMessage,
    follow,
  };
}

async function view(db: Replica, place: Place, shown: Shown, seen: string) {
  const rows = await messagesBetween(db, place.id, shown.from, shown.to);
  const [oldest, newest] = [rows[0], rows.at(-1)];
  const region = (newest && (await regionAround(db, place, newest))) ?? (await mainRegion(db, place));
  const main = { streamId: place.id, to: last };
  const next = newest ? await messagesFrom(db, { ...region, from: orderOf(newest) }, "after", 2) : [];
  const before = oldest ? await messagesFrom(db, { ...region, to: orderOf(oldest) }, "before", 2) : [];
  return {
    rows,
    older: before.length > 1 || (region.before !== null && oldest !== undefined),
    atEnd: region.to === last && next.length < 2,
    arrived:
      seen === last ? 0 : Math.max(0, (await messagesFrom(db, { ...main, from: seen }, "after", 100)).length - 1),
  };
}

async function newestOf(db: Replica, place: Place, count: number): Promise<Shown> {
  const region = await mainRegion(db, place);
  const known = await messagesFrom(db, region, "before", count);
  const oldest = known.at(-1);
  if (oldest && known.length >= count) return { from: orderOf(oldest), to: last };
  // Before the first page was read there are no islands, so all that is here belongs to the end.
  return { from: region.before === undefined ? first : region.from, to: last };
}

/** One step on: from the replica what it has, else from the server. What is too much then leaves on the other side. */
async function further(db: Replica, place: Place, shown: Shown, rows: MessageRow[], way: "before" | "after") {
  const edge = way === "before" ? rows[0] : rows.at(-1);
  if (!edge) return shown;
  const at = orderOf(edge);
  let region: Region = (await regionAround(db, place, edge)) ?? (await mainRegion(db, place));
  const rest = () => messagesFrom(db, { ...region, [way === "before" ? "to" : "from"]: at }, way, step + 1);
  let next = await rest();
  if (next.length <= step && region[way] !== null) {
    region = await readOn(db, place, region, way);
    next = await rest();
  }
  const end = orderOf(next.at(-1) ?? edge);
  const all = rows.length + next.length - 1;
  if (way === "before") {
    const cut = all > most ? rows.at(most - all - 1) : undefined;
    return { from: end, to: cut ? orderOf(cut) : shown.to === last ? last : shown.to };
  }
  const cut = all > most ? rows[all - most] : undefined;
  return { from: cut ? orderOf(cut) : shown.from, to: next.length <= step ? endOf(region, end) : end };
}

/** At the end of the main stretch what arrives belongs to it too. */
const endOf = (region: Region, order: string) => (region.to === last ? last : order);
