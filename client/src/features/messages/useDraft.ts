import { useCallback, useEffect, useRef, useState } from "react";
import { useReplica, useRows } from "../../kernel/replica";
import { changeDraft, type DraftParts, dropDraft, partsOf } from "./drafts";

const pauseMs = 250;

/** The draft of a place: `saved` is undefined until the replica has answered. Text is kept when the hands rest. */
export function useDraft(id: string) {
  const db = useReplica();
  const stored = useRows(
    async (db) => {
      const draft = await db.drafts.get(id);
      return { id, at: draft?.at ?? "", ...partsOf(draft) };
    },
    [id],
  );
  const waiting = useRef<{ body: string; timer: number } | undefined>(undefined);
  // What is written after a text was taken comes into the store after that text has left it.
  const taking = useRef<Promise<unknown>>(Promise.resolve());
  const [taken, setTaken] = useState<{ id: string; at: string }>();

  const change = useCallback(
    (change: Partial<DraftParts> | ((old: DraftParts) => Partial<DraftParts>)) =>
      taking.current.then(() => changeDraft(db, id, change)),
    [db, id],
  );

  const forget = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, []);

  const keepNow = useCallback(() => {
    if (!waiting.current) return;
    const { body } = waiting.current;
    forget();
    void change({ body });
  }, [change, forget]);

  useEffect(() => {
    document.addEventListener("visibilitychange", keepNow);
    window.addEventListener("pagehide", keepNow);
    return () => {
      document.removeEventListener("visibilitychange", keepNow);
      window.removeEventListener("pagehide", keepNow);
      keepNow();
    };
  }, [keepNow]);

  const isTaken = stored && taken?.id === id && stored.at <= taken.at;
  return {
    saved: stored?.id !== id ? undefined : isTaken ? { id, ...partsOf(undefined) } : stored,
    write: useCallback(
      (body: string) => {
        forget();
        waiting.current = { body, timer: window.setTimeout(keepNow, pauseMs) };
      },
      [forget, keepNow],
    ),
    change,
    drop: useCallback(() => {
      forget();
      return taking.current.then(() => dropDraft(db, id));
    }, [db, id, forget]),
    /** Empties the draft at once, and the store as soon as what was taken is `kept` elsewhere. Where that fails, it is back. */
    take: useCallback(
      (keep: () => Promise<void>) => {
        forget();
        setTaken({ id, at: new Date().toISOString() });
        const kept = taking.current.then(keep).then(() => dropDraft(db, id));
        taking.current = kept.catch(() => setTaken(undefined));
        return kept;
      },
      [db, id, forget],
    ),
  };
}
