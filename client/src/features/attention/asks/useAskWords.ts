import { useTranslation } from "react-i18next";
import type { AskResponse } from "../../../kernel/api/types";
import { useMe, useRows } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";

/** What an ask says, and what became of it, in words; of one that was handed on, to whom. */
export function useAskWords(delegatedToId: string | null = null) {
  const { t } = useTranslation("asks");
  const { zone } = useMe().person;
  const to = useRows(async (db) => (await db.people.get(delegatedToId ?? ""))?.name, [delegatedToId]) ?? "…";
  return (ask: AskResponse, name: string) => {
    const until = ask.commitAt ? dayAndTime(ask.commitAt, zone) : "";
    const when = ask.respondBy ? dayAndTime(ask.respondBy, zone) : "";
    const state = ask.state === "taken" && until ? t("state.takenUntil", { until }) : t(`state.${ask.state}`, { to });
    return {
      asks: when ? t(`asks.${ask.role}By`, { name, when }) : t(`asks.${ask.role}`, { name }),
      state: ask.note ? `${state}: ${ask.note}` : state,
    };
  };
}
