import { useCallback, useState } from "react";

/** For a form that waits for the server's answer: runs one sending at a time and keeps what went wrong. */
export function useSending() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const send = useCallback(async (job: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await job();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);

  /** Takes what went wrong away: somebody is about to do better. */
  const forget = useCallback(() => setProblem(undefined), []);

  return { busy, problem, send, forget };
}
