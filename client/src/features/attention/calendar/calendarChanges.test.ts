import { beforeEach, expect, test } from "vitest";
import type { SnapshotResponse } from "../../../kernel/api/types";
import { applySnapshot, type MeRow, type Replica } from "../../../kernel/replica";
import { applyChanges } from "../../../kernel/replica/receive";
import { newReplica } from "../../../kernel/testing/TestServer";
import "./calendarChanges";

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await db.me.put({ id: db.personId, personalSpaceId: "mine" } as MeRow);
  await applySnapshot(db, {
    version: 1,
    space: { id: "mine", kind: "personal" },
  } as unknown as SnapshotResponse);
});

const told = (version: number, kind: string) => ({
  spaceId: "mine",
  version,
  kind,
  itemId: "one",
  actorId: null,
  at: "2026-11-23T09:00:00.000Z",
  payload: {},
});
const known = async () => (await db.me.get(db.personId))?.calendarVersion;

test("a change of my calendar is noted, a batch is not", async () => {
  await applyChanges(db, [told(2, "inbox.closed")]);
  expect(await known()).toBeUndefined();

  await applyChanges(db, [told(3, "calendar.changed"), told(4, "inbox.closed")]);
  expect(await known()).toBe(3);

  await applyChanges(db, [told(5, "calendar.noted")]);
  expect(await known()).toBe(5);
});
