import { useRef, useState } from "react";
import type { InboxItem } from "../../../kernel/api/types";
import { type InboxRow, inboxRow, type Replica, useMe, useRows } from "../../../kernel/replica";
import { useMinute } from "../../../kernel/text/useMinute";
import { usePulled } from "./usePulled";

/** What I am to know of one thing. */
export interface Bundle {
  /** `topic:ID`. */
  key: string;
  place: InboxItem["post"]["place"];
  rows: InboxRow[];
}

/** My inbox as it is shown: what was delivered, here even without a network, and what may be looked at before. */
export function useInbox() {
  const { personalSpaceId } = useMe();
  const [unsealed, setUnsealed] = useState(false);
  const now = useMinute().toISOString();
  const pulled = usePulled(unsealed, now);
  const kept = useRows((db) => db.inbox.toArray(), []);
  const known = useRef(new Set<string>());
  const [acted, setActed] = useState<readonly string[]>([]);
  // What is let go on this device may still be on its way to the server when that is asked.
  const closing = useRows(closingOf, []);
  for (const row of kept ?? []) known.current.add(row.id);
  for (const id of closing ?? []) known.current.add(id);

  const here = new Map((kept ?? []).map((row) => [row.id, row]));
  // What was here and is no more is done with, whatever an earlier answer of the server says.
  const beyond = [...pulled.asks, ...pulled.know].filter(({ id }) => !known.current.has(id) && !acted.includes(id));
  const all = [...here.values(), ...beyond.map((item) => inboxRow(personalSpaceId, item))];
  const awake = all.filter((row) => !row.snoozedUntil || row.snoozedUntil <= now);
  return {
    ready: kept !== undefined,
    asks: awake.filter((row) => row.role !== "know").sort(bySoonest),
    know: bundles(awake.filter((row) => row.role === "know")),
    snoozed: all.filter((row) => row.snoozedUntil && row.snoozedUntil > now).sort(byReturn),
    sealed: pulled.sealed,
    unsealed,
    moreAsks: pulled.moreAsks,
    moreKnow: pulled.moreKnow,
    onUnseal: () => setUnsealed(true),
    /** It was acted upon: what the server said of it before is old. */
    onActed: (ids: string[]) => setActed((old) => [...old, ...ids]),
  };
}

async function closingOf(db: Replica): Promise<string[]> {
  const entries = await db.outbox.where("state").anyOf("pending", "sent").toArray();
  const predicted = entries.flatMap((entry) => entry.predicts);
  return predicted.filter(({ kind }) => kind === "inbox.closed").map(({ itemId }) => itemId);
}

/**
 * What could not wait first; then by what is left of the time: an instant that comes sooner leaves less working time,
 * for one and the same person.
 */
export function bySoonest(a: InboxRow, b: InboxRow): number {
  return dueOf(a).localeCompare(dueOf(b)) || a.addressedAt.localeCompare(b.addressedAt);
}

const dueOf = ({ commitAt, respondBy, urgency }: InboxRow) =>
  commitAt ?? respondBy ?? (urgency === "breakGlass" ? "0" : "9");

const byReturn = (a: InboxRow, b: InboxRow) => (a.snoozedUntil ?? "").localeCompare(b.snoozedUntil ?? "");

/** The newest first; what stands in one place lies together. */
export function bundles(rows: InboxRow[]): Bundle[] {
  const found = new Map<string, Bundle>();
  for (const row of [...rows].sort((a, b) => b.addressedAt.localeCompare(a.addressedAt))) {
    const { place } = row.post;
    const key = `${place.kind}:${place.id}`;
    const bundle = found.get(key) ?? { key, place, rows: [] };
    bundle.rows.push(row);
    found.set(key, bundle);
  }
  return [...found.values()];
}
