import type { Command } from "../../../kernel/replica";
import { type Held, type Me, onHeld } from "./held";

const put = (held: Held, part: string, body?: object) =>
  ({ method: "PUT", path: `/asks/${held.id}/${part}`, body }) as const;

/** Answered, done, decided or reviewed. */
export const answerAsk = (held: Held, me: Me): Command => onHeld(held, me, put(held, "answer"), { state: "answered" });

export const delegateAsk = (held: Held, me: Me, personId: string, note: string): Command =>
  onHeld(held, me, put(held, "delegation", { personId, note }), { state: "delegated", delegatedToId: personId, note });

export const declineAsk = (held: Held, me: Me, reason: string): Command =>
  onHeld(held, me, put(held, "refusal", { reason }), { state: "declined", note: reason });

export type Closing = "answer" | "delegation" | "refusal";

/** I have it again, as it was before. */
export const reopenAsk = (held: Held, me: Me, closed: Closing): Command =>
  onHeld(held, me, { method: "DELETE", path: `/asks/${held.id}/${closed}` }, before(held));

const before = ({ ask }: Held) => ({
  state: ask?.state === "taken" ? ("taken" as const) : ("delivered" as const),
  commitAt: ask?.commitAt ?? null,
  delegatedToId: null,
  note: "",
});
