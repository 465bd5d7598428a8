import { useEffect, useRef } from "react";
import { useRows } from "../../kernel/replica";
import type { Place } from "./place";

/** After I have posted, the place shows what I posted. */
export function useJumpToOwn(place: Place, meId: string, jump: () => void) {
  const own = useRows(
    async (db) => {
      const newest = await db.messages
        .where("[streamId+postedAt]")
        .between([place.id, ""], [place.id, "\uffff"])
        .reverse()
        .limit(5)
        .toArray();
      return newest.find((row) => row.authorId === meId && row.sync === "pending")?.id ?? null;
    },
    [place.id, meId],
  );
  const known = useRef<string | null | undefined>(undefined);
  const act = useRef(jump);
  act.current = jump;
  useEffect(() => {
    if (own === undefined) return;
    if (known.current !== undefined && own && own !== known.current) act.current();
    known.current = own;
  }, [own]);
}
