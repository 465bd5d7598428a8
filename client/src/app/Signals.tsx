import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { healDevice } from "../features/attention/channels/thisDevice";
import { useBadge } from "../features/attention/channels/useBadge";
import { useSound } from "../features/attention/channels/useSound";
import { useReplica } from "../kernel/replica";

/** How this device says that something was delivered, as its person wants it: nothing on the page. */
export function Signals() {
  useBadge();
  useSound();
  useNotices();
  return null;
}

/** A notice that is clicked leads this page there; what the browser changed about its address is mended. */
function useNotices() {
  const { history } = useRouter();
  const { personId } = useReplica();

  // Away: at the next start.
  useEffect(() => void healDevice(personId).catch(() => undefined), [personId]);

  useEffect(() => {
    const lead = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
      // Only our own worker says so, and it has looked that this is a path of ours.
      if (typeof data?.open === "string") history.push(data.open);
    };
    navigator.serviceWorker?.addEventListener("message", lead);
    return () => navigator.serviceWorker?.removeEventListener("message", lead);
  }, [history]);
}
