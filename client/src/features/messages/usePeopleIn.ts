import { useMemo } from "react";
import { type MessageRow, type PersonRow, useRows } from "../../kernel/replica";

/** Those who wrote, reacted or are asked, by id, as far as this device knows them. */
export function usePeopleIn(rows: MessageRow[] | undefined): Map<string, PersonRow> {
  const ids = useMemo(() => {
    const all = (rows ?? []).flatMap((row) => [
      row.authorId,
      ...row.reactions.flatMap((one) => one.personIds),
      ...(row.asks ?? []).map((one) => one.personId),
    ]);
    return [...new Set(all)].sort();
  }, [rows]);
  const known = useRows((db) => db.people.bulkGet(ids), [ids.join()]);
  return useMemo(() => new Map((known ?? []).flatMap((one) => (one ? [[one.id, one] as const] : []))), [known]);
}
