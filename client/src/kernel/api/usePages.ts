import { useCallback, useEffect, useState } from "react";
import { read } from "./call";
import { asProblem, type Problem } from "./problem";
import type { Page } from "./types";
import { useAgainWhenBack } from "./whenBack";

/** An online-only list read page by page; `more` is undefined at its end. `path` may carry a query. */
export function usePages<T>(path: string): {
  items: T[] | undefined;
  problem: Problem | undefined;
  more: (() => void) | undefined;
  again: () => void;
} {
  const [state, setState] = useState<{ items?: T[]; next: string | null; problem?: Problem }>({ next: null });
  const [round, setRound] = useState(0);

  const ask = useCallback(
    (cursor: string | null, signal?: AbortSignal) => {
      const joint = path.includes("?") ? "&" : "?";
      const address = cursor ? `${path}${joint}cursor=${encodeURIComponent(cursor)}` : path;
      return read<Page<T>>(address, signal).then(
        ({ items, next }) => setState((old) => ({ items: cursor ? [...(old.items ?? []), ...items] : items, next })),
        (error: unknown) => signal?.aborted || setState((old) => ({ ...old, problem: asProblem(error) })),
      );
    },
    [path],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same path again
  useEffect(() => {
    const stop = new AbortController();
    void ask(null, stop.signal);
    return () => stop.abort();
  }, [ask, round]);

  const { items, next, problem } = state;
  const again = useCallback(() => setRound((n) => n + 1), []);
  useAgainWhenBack(problem, again);
  return {
    items,
    problem,
    more: next === null ? undefined : () => void ask(next),
    again,
  };
}
