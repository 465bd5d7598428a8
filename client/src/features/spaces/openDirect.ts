import type { Request, SpaceRight } from "../../kernel/api/types";
import { type Command, newId, type Replica } from "../../kernel/replica";

/** The direct space of two: the one there is, or a new one. The server answers the existing one if this device does not know it. */
export async function openDirect(
  db: Replica,
  submit: (command: Command) => Promise<string>,
  personId: string,
): Promise<string> {
  const known = await db.spaces
    .filter(({ kind, memberIds }) => kind === "direct" && memberIds.length === 2 && memberIds.includes(personId))
    .first();
  if (known) return known.id;
  const me = await db.me.get(db.personId);
  const id = newId();
  await submit(makeDirect(id, db.personId, personId, me?.personalSpaceId ?? id));
  return id;
}

const rights: SpaceRight[] = ["message.post", "task.create", "topic.open"];

function makeDirect(id: string, me: string, personId: string, personalSpaceId: string): Command {
  return {
    spaceId: personalSpaceId,
    method: "POST",
    path: "/spaces",
    body: { id, kind: "direct", name: "", personIds: [personId] } satisfies Request<"CreateSpace">,
    predicts: [
      {
        kind: "space.joined",
        itemId: id,
        payload: {
          id,
          kind: "direct",
          name: "",
          description: "",
          colour: "slate",
          emoji: "",
          key: "",
          archivedAt: null,
          createdAt: new Date().toISOString(),
          role: "member",
          can: rights,
          version: 0,
          pin: null,
          mutedUntil: null,
          memberIds: [me, personId],
        },
      },
    ],
  };
}
