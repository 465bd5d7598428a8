import { useEffect, useState } from "react";
import type { MessageRow } from "../../kernel/replica";

/** The message one is led to by a link, a quote or a search: once it is here, one lands on it. */
export function useLanding(
  landOn: string | undefined,
  rows: MessageRow[] | undefined,
  land: (messageId: string) => void,
) {
  const [landed, setLanded] = useState<string>();
  useEffect(() => setLanded(landOn), [landOn]);
  const isHere = landed !== undefined && rows?.some((row) => row.id === landed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the message is there
  useEffect(() => {
    if (isHere && landed) land(landed);
  }, [isHere, landed]);
  return [landed, setLanded] as const;
}
