import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { discard, type OutboxEntry, submit, useReplica } from "../replica";
import { offerUndo } from "./undo";

/** Gives writes up that were refused or wait. The way back does them once more, with their words. */
export function useDiscard(): (entries: OutboxEntry[]) => Promise<void> {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  return useCallback(
    async (entries) => {
      for (const entry of entries) await discard(db, entry.seq);
      offerUndo(t("discarded", { count: entries.length }), async () => {
        for (const { spaceId, method, path, body, predicts } of entries) {
          await submit(db, { spaceId, method, path, body, predicts });
        }
      });
    },
    [db, t],
  );
}
