import type { Command } from "../../../kernel/replica";
import { type Held, type Me, onHeld } from "./held";

/** I will do it, until `at` if I say so. */
export const takeAsk = (held: Held, me: Me, at: string | null): Command =>
  onHeld(
    held,
    me,
    { method: "PUT", path: `/asks/${held.id}/commitment`, body: { at } },
    { state: "taken", commitAt: at, snoozedUntil: null },
  );

/** I have it still, and have promised nothing. */
export const giveBackAsk = (held: Held, me: Me): Command =>
  onHeld(held, me, { method: "DELETE", path: `/asks/${held.id}/commitment` }, { state: "delivered", commitAt: null });
