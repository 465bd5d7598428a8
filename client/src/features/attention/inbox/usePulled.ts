import { useCallback, useEffect, useRef } from "react";
import type { InboxItem } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { usePages } from "../../../kernel/api/usePages";
import { useRows } from "../../../kernel/replica";

export interface Seal {
  count: number;
  /** When the next batch comes; null when none is in sight. */
  until: string | null;
}

/**
 * What the server has for my inbox beyond what was delivered to this device. To look is always free and leaves no trace:
 * while I work, what is on its way is here too; while I am off it stays sealed, unless I break the seal.
 */
export function usePulled(unsealed: boolean, now: string) {
  const more = unsealed ? "&unsealed=true" : "";
  const asks = usePages<InboxItem>(`/inbox?part=asks${more}`);
  const know = usePages<InboxItem>(`/inbox?part=know${more}`);
  const { data, again } = useAnswer<{ sealed: Seal | null }>("/inbox?limit=1");
  const [askAgain, knowAgain] = [asks.again, know.again];

  const look = useCallback(() => {
    again();
    askAgain();
    knowAgain();
  }, [again, askAgain, knowAgain]);

  const until = data?.sealed?.until;
  useEffect(() => {
    // The seal has gone by itself: I am at work again.
    if (until && until <= now) look();
  }, [until, now, look]);

  // What was read before the server had what I did shows it undone.
  const unsent = useRows((db) => db.outbox.count(), []);
  const waiting = useRef(false);
  useEffect(() => {
    if (unsent) waiting.current = true;
    else if (unsent === 0 && waiting.current) {
      waiting.current = false;
      look();
    }
  }, [unsent, look]);

  useEffect(() => {
    const handleSight = () => {
      if (document.visibilityState === "visible") look();
    };
    document.addEventListener("visibilitychange", handleSight);
    return () => document.removeEventListener("visibilitychange", handleSight);
  }, [look]);

  return {
    asks: asks.items ?? [],
    know: know.items ?? [],
    moreAsks: asks.more,
    moreKnow: know.more,
    sealed: unsealed ? null : (data?.sealed ?? null),
    problem: asks.problem,
  };
}
