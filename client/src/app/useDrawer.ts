import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { PlaceSearch } from "./router";

/** The task or thread in the drawer; it is a part of the address, so back closes it and a link opens it. */
export function useDrawer() {
  const { task, thread } = useSearch({ strict: false });
  const navigate = useNavigate();
  const close = useCallback(
    () => void navigate({ to: ".", search: (old: PlaceSearch) => ({ ...old, task: undefined, thread: undefined }) }),
    [navigate],
  );
  return { task, thread, close };
}
