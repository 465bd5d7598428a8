import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { DrawerSteps } from "./drawerSteps";
import type { PlaceSearch } from "./router";

let steps: DrawerSteps | undefined;

/** The task or thread in the drawer; it is a part of the address, so back closes it and a link opens it. */
export function useDrawer() {
  const { task, thread } = useSearch({ strict: false });
  const { history } = useRouter();
  const navigate = useNavigate();
  steps ??= new DrawerSteps(history);
  const close = useCallback(() => {
    const closed = (old: PlaceSearch) => ({ ...old, task: undefined, thread: undefined });
    if (!steps?.goBack()) void navigate({ to: ".", search: closed, replace: true });
  }, [navigate]);
  return { task, thread, close };
}
