import type { Hue, Request } from "../../kernel/api/types";
import type { Command, SpaceRow } from "../../kernel/replica";

export interface SpaceFields {
  name?: string;
  description?: string;
  colour?: Hue;
  emoji?: string;
  /** What the names of its tasks begin with, such as `WEB`. */
  key?: string;
}

export const editSpace = ({ id }: Pick<SpaceRow, "id">, fields: SpaceFields): Command => ({
  spaceId: id,
  method: "PATCH",
  path: `/spaces/${id}`,
  body: fields satisfies Request<"EditSpace">,
  predicts: [{ kind: "space.changed", itemId: id, payload: { id, ...fields } }],
});
