import type { Request } from "../../kernel/api/types";
import type { Command, SpaceRow } from "../../kernel/replica";

/** Who is asked first when something cannot wait, in this order. */
export const nameDuty = ({ id }: Pick<SpaceRow, "id">, personIds: string[]): Command => ({
  spaceId: id,
  method: "PUT",
  path: `/spaces/${id}/duty`,
  body: { personIds } satisfies Request<"NameDuty">,
  predicts: [{ kind: "space.changed", itemId: id, payload: { id, dutyIds: personIds } }],
});
