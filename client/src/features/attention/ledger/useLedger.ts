import { useEffect, useState } from "react";
import { read } from "../../../kernel/api/call";
import { asProblem, type Problem } from "../../../kernel/api/problem";
import type { DayProof, LedgerEntry, LedgerItem, LedgerResponse } from "../../../kernel/api/types";
import { useAgainWhenBack } from "../../../kernel/api/whenBack";
import { type Break, firstBreak } from "./verifyLedger";

export interface Checked {
  /** The newest first. */
  entries: LedgerEntry[];
  proof: DayProof | null;
  /** What entries are about, by their items; of what I do not see any more there is none. */
  about: Map<string, LedgerItem>;
  /** Browsers compute no hashes for a page that came without https. */
  verdict: { kind: "whole" } | { kind: "broken"; at: Break } | { kind: "unable" };
}

/** The whole of my ledger, read from the server and checked here; `again` does both anew. */
export function useLedger(): { checked: Checked | undefined; problem: Problem | undefined; again: () => void } {
  const [state, setState] = useState<{ checked?: Checked; problem?: Problem }>({});
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks anew
  useEffect(() => {
    const stop = new AbortController();
    check(stop.signal).then(
      (checked) => setState({ checked }),
      (error: unknown) => stop.signal.aborted || setState((old) => ({ ...old, problem: asProblem(error) })),
    );
    return () => stop.abort();
  }, [round]);

  const again = () => setRound((n) => n + 1);
  useAgainWhenBack(state.problem, again);
  return { ...state, checked: state.checked, problem: state.problem, again };
}

async function check(signal: AbortSignal): Promise<Checked> {
  const first = await read<LedgerResponse>("/ledger?limit=200", signal);
  const entries = [...first.items];
  const about = new Map(first.about.map((item) => [item.itemId, item]));
  for (let next = first.next; next; ) {
    const page = await read<LedgerResponse>(`/ledger?limit=200&cursor=${encodeURIComponent(next)}`, signal);
    entries.push(...page.items);
    for (const item of page.about) about.set(item.itemId, item);
    next = page.next;
  }
  const { end, proof } = first;
  if (!crypto.subtle) return { entries, proof, about, verdict: { kind: "unable" } };
  const at = await firstBreak(entries.toReversed(), end, proof);
  signal.throwIfAborted();
  return { entries, proof, about, verdict: at ? { kind: "broken", at } : { kind: "whole" } };
}
