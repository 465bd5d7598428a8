import type { Hue, Request, SpaceResponse } from "../../kernel/api/types";
import type { Command, MeRow } from "../../kernel/replica";

export interface NewSpaceValues {
  name: string;
  description: string;
  colour: Hue;
  emoji: string;
}

/** A group space of my own; others are invited into it afterwards. Its lists come with the server's answer. */
export function createSpace(id: string, me: MeRow, values: NewSpaceValues): Command {
  const space: SpaceResponse = {
    id,
    kind: "group",
    ...values,
    key: "",
    archivedAt: null,
    createdAt: new Date().toISOString(),
    dutyIds: [],
    role: "admin",
    // What one may do there is the server's to say.
    can: [],
    version: 0,
    pin: null,
    mutedUntil: null,
    memberIds: [me.id],
  };
  return {
    spaceId: me.personalSpaceId,
    method: "POST",
    path: "/spaces",
    body: { id, kind: "group", ...values, personIds: [] } satisfies Request<"CreateSpace">,
    predicts: [{ kind: "space.joined", itemId: id, payload: space }],
  };
}
