import type { WhyNotResponse } from "../../../kernel/api/types";

/** The sentence of an answer: its key in the words, and what stands in it. */
export interface WhyWords {
  key: string;
  count?: number;
  at: string;
  until?: string | null;
}

/** One of the six reasons, as exact as the answer is. */
export function whyWords({ reason, at, until, byId, state, others, unheard }: WhyNotResponse): WhyWords {
  switch (reason) {
    case "notAddressed":
      if (state !== null) return { key: byId ? "notAddressed.takenBack" : "notAddressed.over", at };
      return others > 0 ? { key: "notAddressed.others", count: others, at } : { key: "notAddressed.nobody", at };
    case "planned":
      if (!until) return { key: "planned.open", at };
      return { key: state === "queued" ? "planned.until" : "planned.snoozed", at, until };
    case "letGo":
      return { key: unheard === "named" || unheard === "asks" ? `unheard.${unheard}` : "letGo", at };
    default:
      return { key: reason, at };
  }
}

/** What the sentence does not say already: when it had come. */
export const cameAt = ({ reason, deliveredAt }: WhyNotResponse): string | null =>
  reason === "toKnow" || reason === "letGo" || reason === "lapsed" ? deliveredAt : null;
