import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { lostOf, takeUntold, useReplica, useRows } from "../../kernel/replica";
import { tell } from "../../kernel/ui";

/** Says it when a space is taken away before everything written for it was sent. */
export function useLostWord() {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  const count = useRows(async (db) => (await lostOf(db)).length, []) ?? 0;
  useEffect(() => {
    if (count === 0) return;
    void takeUntold(db).then((untold) => untold > 0 && tell(t("lost", { count: untold })));
  }, [db, count, t]);
}
