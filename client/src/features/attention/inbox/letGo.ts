import type { Command } from "../../../kernel/replica";
import { type Held, type Me, onHeld } from "../asks/held";

/** I know of it, or need not; nobody else learns of that. */
export const letGo = (held: Held, me: Me): Command =>
  onHeld(held, me, { method: "PUT", path: `/inbox/${held.id}/letting-go` }, { state: "letGo" });

export const bringBack = (held: Held, me: Me): Command =>
  onHeld(held, me, { method: "DELETE", path: `/inbox/${held.id}/letting-go` }, { state: "delivered" });

/** What the server takes at once. */
const most = 200;

/** Bundles at once. */
export function letGoAll(all: Held[], me: Me): Command[] {
  const parts = Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
  return parts.map((part) => ({
    spaceId: me.personalSpaceId,
    method: "POST",
    path: "/inbox/letting-go",
    body: { ids: part.map(({ id }) => id) },
    predicts: part.map(({ id }) => ({ kind: "inbox.closed", itemId: id, payload: { id } })),
  }));
}
