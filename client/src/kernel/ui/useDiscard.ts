import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { answered } from "../live/answered";
import { discard, type OutboxEntry, submit, useReplica } from "../replica";
import { offerUndo, tell } from "./undo";

/** Gives a write up that was refused or waits, and says whether that came in time. The way back does it once more, with its words. */
export function useDiscard(): (entry: OutboxEntry) => Promise<void> {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  return useCallback(
    async ({ seq, spaceId, method, path, body, predicts }) => {
      await answered(db, seq);
      const discarded = await discard(db, seq);
      if (discarded === "alreadySent") return tell(t("discarded.alreadySent"));
      offerUndo(t(`discarded.${discarded}`), () => void submit(db, { spaceId, method, path, body, predicts }));
    },
    [db, t],
  );
}
