import { useEffect, useRef } from "react";
import { useRows } from "../../../kernel/replica";
import { useMinute } from "../../../kernel/text/useMinute";

/** So long it is waited for more news before it is read anew. */
const gatherMs = 800;

/**
 * Soon after anything was announced in any of my spaces, and with every minute: what becomes of the ask for a task is
 * announced to its owner alone.
 */
export function useSoonAfterNews(then: () => void) {
  const told = useRows(async (db) => (await db.positions.toArray()).map((one) => one.version).join(), []);
  const minute = useMinute().getTime();
  const news = told === undefined ? undefined : `${minute} ${told}`;
  const known = useRef(news);
  useEffect(() => {
    const before = known.current;
    known.current = news;
    if (before === undefined || before === news) return;
    const timer = setTimeout(then, gatherMs);
    return () => clearTimeout(timer);
  }, [news, then]);
}
