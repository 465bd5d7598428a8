import { Live } from "../live/Live";
import type { Command, Replica } from "../replica/db";
import { newReplica, TestServer } from "./TestServer";

/** A device that has the space `s` at version 1 with the list `l`, called "To do", and a live feed that has not begun. */
export async function deviceWithList(): Promise<{ db: Replica; server: TestServer; live: Live }> {
  const db = await newReplica();
  await db.positions.put({ spaceId: "s", version: 1 });
  await db.lists.put(list("l", "To do"));
  const server = new TestServer().on(/POST \/changes/, () => ({ spaces: [] })).on(/GET \/spaces$/, () => []);
  return { db, server, live: new Live(db, { send: server.send, open: server.open, pause: () => 1 }) };
}

export const list = (id: string, name: string) => ({
  id,
  spaceId: "s",
  name,
  colour: null,
  orderKey: "a0",
  wipLimit: null,
  done: false,
  archivedAt: null,
});

export const rename = (id: string, name: string): Command => ({
  spaceId: "s",
  method: "PATCH",
  path: `/lists/${id}`,
  body: { name },
  predicts: [{ kind: "list.changed", itemId: id, payload: { id, name } }],
});

export const snapshot = (id: string, version: number) => ({
  version,
  space: { id, kind: "group", name: "Launch" },
  people: [],
  members: [],
  lists: [{ ...list("l", "From snapshot"), spaceId: id }],
  labels: [],
  tasks: [],
  topics: [],
  messages: [],
});
