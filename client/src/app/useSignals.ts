import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useBadge } from "../features/attention/channels/useBadge";
import { useSound } from "../features/attention/channels/useSound";
import { toldEndpoint } from "../kernel/live/notices";
import { whenIdle } from "./whenIdle";

/** How this device says that something was delivered, as its person wants it. */
export function useSignals() {
  useBadge();
  useSound();
  useNotices();
}

/** A notice that is clicked leads this page there; what the browser changed about its address is mended. */
function useNotices() {
  const { history } = useRouter();

  useEffect(() => {
    if (toldEndpoint() === null) return;
    void whenIdle()
      .then(() => import("../features/attention/channels/thisDevice"))
      .then(({ healDevice }) => healDevice())
      // Away: at the next start.
      .catch(() => undefined);
  }, []);

  useEffect(() => {
    const lead = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
      // Only our own worker says so, and it has looked that this is a path of ours.
      if (typeof data?.open === "string") history.push(data.open);
    };
    navigator.serviceWorker?.addEventListener("message", lead);
    return () => navigator.serviceWorker?.removeEventListener("message", lead);
  }, [history]);
}
