import { useRows } from "../kernel/replica";

/** How many delivered asks wait for me. It moves with my batches and by what I do, never because somebody just wrote. */
export function useWaiting(): number {
  const now = new Date().toISOString();
  const waiting = useRows(
    (db) =>
      db.inbox
        .filter(({ role, state, snoozedUntil }) => role !== "know" && state !== "queued" && (snoozedUntil ?? "") <= now)
        .count(),
    [],
  );
  return waiting ?? 0;
}
