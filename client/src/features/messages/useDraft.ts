import { useCallback, useEffect, useRef } from "react";
import { useReplica, useRows } from "../../kernel/replica";
import { changeDraft, type DraftParts, dropDraft, partsOf } from "./drafts";

const pauseMs = 250;

/** The draft of a place: `saved` is undefined until the replica has answered. Text is kept when the hands rest. */
export function useDraft(id: string) {
  const db = useReplica();
  const saved = useRows(async (db) => ({ id, ...partsOf(await db.drafts.get(id)) }), [id]);
  const waiting = useRef<{ body: string; timer: number } | undefined>(undefined);

  const keepNow = useCallback(() => {
    if (!waiting.current) return;
    const { body, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    void changeDraft(db, id, { body });
  }, [db, id]);

  useEffect(() => {
    document.addEventListener("visibilitychange", keepNow);
    window.addEventListener("pagehide", keepNow);
    return () => {
      document.removeEventListener("visibilitychange", keepNow);
      window.removeEventListener("pagehide", keepNow);
      keepNow();
    };
  }, [keepNow]);

  return {
    saved: saved?.id === id ? saved : undefined,
    write: useCallback(
      (body: string) => {
        clearTimeout(waiting.current?.timer);
        waiting.current = { body, timer: window.setTimeout(keepNow, pauseMs) };
      },
      [keepNow],
    ),
    change: useCallback(
      (change: Partial<DraftParts> | ((old: DraftParts) => Partial<DraftParts>)) => changeDraft(db, id, change),
      [db, id],
    ),
    drop: useCallback(() => {
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
      return dropDraft(db, id);
    }, [db, id]),
  };
}
