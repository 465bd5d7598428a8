import { generateKeyBetween } from "fractional-indexing";
import type { Request } from "../../kernel/api/types";
import type { Command, MeRow, SpaceRow } from "../../kernel/replica";

type Id = Pick<SpaceRow, "id">;
type Me = Pick<MeRow, "personalSpaceId">;

/** Until somebody unmutes it: the day the server takes for "without an end". */
export const forEver = "9999-12-31T00:00:00.000Z";

/** Below those that are pinned already. Told to my own space alone. */
export function pinSpace({ id }: Id, me: Me, pinned: Pick<SpaceRow, "pin">[]): Command {
  const last = pinned.reduce((highest, { pin }) => (pin && pin > highest ? pin : highest), "");
  const orderKey = generateKeyBetween(last || null, null);
  return {
    spaceId: me.personalSpaceId,
    method: "PUT",
    path: `/spaces/${id}/pin`,
    body: { orderKey } satisfies Request<"PinSpace">,
    predicts: [{ kind: "space.pinned", itemId: id, payload: { id, pin: orderKey } }],
  };
}

export const unpinSpace = ({ id }: Id, me: Me): Command => ({
  spaceId: me.personalSpaceId,
  method: "DELETE",
  path: `/spaces/${id}/pin`,
  predicts: [{ kind: "space.pinned", itemId: id, payload: { id, pin: null } }],
});

export const muteSpace = ({ id }: Id, me: Me, until: string | null): Command => ({
  spaceId: me.personalSpaceId,
  method: "PUT",
  path: `/spaces/${id}/mute`,
  body: { until } satisfies Request<"MuteSpace">,
  predicts: [{ kind: "space.muted", itemId: id, payload: { id, mutedUntil: until ?? forEver } }],
});

export const unmuteSpace = ({ id }: Id, me: Me): Command => ({
  spaceId: me.personalSpaceId,
  method: "DELETE",
  path: `/spaces/${id}/mute`,
  predicts: [{ kind: "space.muted", itemId: id, payload: { id, mutedUntil: null } }],
});

export const isMuted = ({ mutedUntil }: Pick<SpaceRow, "mutedUntil">, now = Date.now()) =>
  mutedUntil !== null && Date.parse(mutedUntil) > now;
