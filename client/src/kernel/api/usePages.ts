import { useCallback, useEffect, useState } from "react";
import { read } from "./call";
import { asProblem, type Problem } from "./problem";
import type { Page } from "./types";
import { useAgainWhenBack } from "./whenBack";

/**
 * An online-only list read page by page; `more` is undefined at its end. `path` may carry a query; until another one is
 * answered (`asking`) the items of the one before stay.
 */
export function usePages<T>(path: string): {
  items: T[] | undefined;
  asking: boolean;
  problem: Problem | undefined;
  more: (() => void) | undefined;
  again: () => void;
} {
  const [state, setState] = useState<{ path?: string; items?: T[]; next: string | null; problem?: Problem }>({
    next: null,
  });
  const [round, setRound] = useState(0);

  const ask = useCallback(
    (cursor: string | null, signal?: AbortSignal) => {
      const joint = path.includes("?") ? "&" : "?";
      const address = cursor ? `${path}${joint}cursor=${encodeURIComponent(cursor)}` : path;
      return read<Page<T>>(address, signal).then(
        ({ items, next }) =>
          setState((old) => {
            if (!cursor) return { path, items, next };
            // A page of another question comes too late.
            return old.path === path ? { path, items: [...(old.items ?? []), ...items], next } : old;
          }),
        (error: unknown) =>
          signal?.aborted ||
          setState((old) => {
            const isSame = old.path === path;
            if (cursor && !isSame) return old;
            return { ...old, path, next: isSame ? old.next : null, problem: asProblem(error) };
          }),
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
  const asking = state.path !== path;
  const again = useCallback(() => setRound((n) => n + 1), []);
  useAgainWhenBack(problem, again);
  return {
    items,
    asking,
    problem,
    more: next === null || asking ? undefined : () => void ask(next),
    again,
  };
}
