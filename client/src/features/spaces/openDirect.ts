import type { Request, SpaceRight } from "../../kernel/api/types";
import { type Command, newId, type Replica, type SpaceRow } from "../../kernel/replica";

/** A direct space has up to nine people; more of them are a group. */
export const mostOthers = 8;

/** The direct space of me and these people, if this device knows one. */
export const directWith = (db: Replica, personIds: string[]): Promise<SpaceRow | undefined> => {
  const all = new Set([db.personId, ...personIds]);
  return db.spaces
    .filter(
      ({ kind, memberIds }) =>
        kind === "direct" && memberIds.length === all.size && memberIds.every((id) => all.has(id)),
    )
    .first();
};

/** The direct space of me and these people: the one there is, or a new one. The server answers the existing one if this device does not know it. */
export async function openDirect(
  db: Replica,
  submit: (command: Command) => Promise<string>,
  personIds: string[],
): Promise<string> {
  const known = await directWith(db, personIds);
  if (known) return known.id;
  const me = await db.me.get(db.personId);
  const id = newId();
  await submit(makeDirect(id, db.personId, personIds, me?.personalSpaceId ?? id));
  return id;
}

const rights: SpaceRight[] = ["message.post", "task.create", "topic.open"];

function makeDirect(id: string, me: string, personIds: string[], personalSpaceId: string): Command {
  return {
    spaceId: personalSpaceId,
    method: "POST",
    path: "/spaces",
    body: { id, kind: "direct", name: "", personIds } satisfies Request<"CreateSpace">,
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
          dutyIds: [],
          role: "member",
          can: rights,
          version: 0,
          pin: null,
          mutedUntil: null,
          memberIds: [me, ...personIds],
        },
      },
    ],
  };
}
