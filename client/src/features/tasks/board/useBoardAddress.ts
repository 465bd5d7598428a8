import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import { type BoardSearch, filterOf } from "./filter";

/** What of the board stands in the address, so that it has a link: the filter, and the task that is open beside it. */
export function useBoardAddress() {
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => filterOf(address), [address]);
  const onSearch = useCallback(
    (next: Partial<BoardSearch>, how?: "replace") =>
      void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }), replace: how === "replace" }),
    [navigate],
  );
  const onOpen = useCallback(
    (task: string) => void navigate({ to: ".", search: (old: object) => ({ ...old, task, thread: undefined }) }),
    [navigate],
  );
  return { search, chosenId: typeof address.task === "string" ? address.task : undefined, onSearch, onOpen };
}

/** `?new=task` asks once for a new task, and is then gone from the address. */
export function useWantedNew(mayMake: boolean, onNew: () => void) {
  const navigate = useNavigate();
  const wanted = (useSearch({ strict: false }) as Record<string, unknown>).new === "task" && mayMake;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address asks once, and then no longer
  useEffect(() => {
    if (!wanted) return;
    onNew();
    void navigate({ to: ".", search: (old: object) => ({ ...old, new: undefined }), replace: true });
  }, [wanted]);
}
