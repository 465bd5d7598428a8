import { useCallback, useEffect, useState } from "react";
import { read } from "./call";
import { asProblem, type Problem } from "./problem";
import { useAgainWhenBack } from "./whenBack";

/** An online-only read (histories, directories, sessions); `again` asks anew and keeps showing what is there. */
export function useAnswer<T>(path: string | null): {
  data: T | undefined;
  problem: Problem | undefined;
  again: () => void;
} {
  const [state, setState] = useState<{ path: string | null; data?: T; problem?: Problem }>({ path });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same path again
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    read<T>(path, stop.signal).then(
      (data) => setState({ path, data }),
      (error: unknown) =>
        stop.signal.aborted ||
        setState((old) => ({ path, data: old.path === path ? old.data : undefined, problem: asProblem(error) })),
    );
    return () => stop.abort();
  }, [path, round]);

  const present = state.path === path ? state : { data: undefined, problem: undefined };
  const again = useCallback(() => setRound((n) => n + 1), []);
  useAgainWhenBack(present.problem, again);
  return { data: present.data, problem: present.problem, again };
}
