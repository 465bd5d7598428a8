import type { Command } from "../../../kernel/replica";
import { type Held, type Me, onHeld } from "../asks/held";

/** Out of sight until a moment at work. */
export const snoozeItem = (held: Held, me: Me, until: string): Command =>
  onHeld(held, me, { method: "PUT", path: `/inbox/${held.id}/snooze`, body: { until } }, { snoozedUntil: until });

export const wakeItem = (held: Held, me: Me): Command =>
  onHeld(held, me, { method: "DELETE", path: `/inbox/${held.id}/snooze` }, { snoozedUntil: null });
