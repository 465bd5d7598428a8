import { beforeEach, expect, test } from "vitest";
import type { MemberResponse, PersonResponse } from "../../kernel/api/types";
import { type Command, memberKey, type Replica, type SpaceRow, submit } from "../../kernel/replica";
import { refusalsOf, refuse } from "../../kernel/replica/outbox";
import { applyChanges } from "../../kernel/replica/receive";
import { newReplica, refused } from "../../kernel/testing/TestServer";
import { archiveSpace, restoreSpace } from "./archiveSpace";
import { editSpace } from "./editSpace";
import { isMuted, muteSpace, pinSpace, unmuteSpace, unpinSpace } from "./keepSpace";
import { appoint, removeMember, takeIn } from "./seatMember";
import "./spaceChanges";

const at = "2026-11-23T09:00:00.000Z";
const me = { personalSpaceId: "mine" };
const space = { id: "s", name: "Launch", archivedAt: null, pin: null, mutedUntil: null, memberIds: ["ada"] };
const ben = { id: "ben", name: "Ben" } as PersonResponse;
const members = { spaceId: "s", role: "member", joinedAt: at } as MemberResponse & { spaceId: string };

let db: Replica;
beforeEach(async () => {
  db = await filled();
});

async function filled() {
  const replica = await newReplica();
  await replica.positions.bulkPut([
    { spaceId: "s", version: 0 },
    { spaceId: "mine", version: 0 },
  ]);
  await replica.spaces.put({ ...space } as SpaceRow);
  await replica.people.put(ben);
  await replica.members.put({ ...members, personId: "mei", id: memberKey("s", "mei") });
  return replica;
}

const commands: [string, Command, string][] = [
  ["editSpace", editSpace(space, { name: "Landing", emoji: "🥾" }), "PATCH /spaces/s"],
  ["archiveSpace", archiveSpace(space, at), "PUT /spaces/s/archival"],
  ["restoreSpace", restoreSpace(space), "DELETE /spaces/s/archival"],
  ["pinSpace", pinSpace(space, me, [{ pin: "a0" }, { pin: null }]), "PUT /spaces/s/pin"],
  ["unpinSpace", unpinSpace(space, me), "DELETE /spaces/s/pin"],
  ["muteSpace", muteSpace(space, me, at), "PUT /spaces/s/mute"],
  ["unmuteSpace", unmuteSpace(space, me), "DELETE /spaces/s/mute"],
  ["takeIn", takeIn(space, ben, "member", at), "PUT /spaces/s/members/ben"],
  ["appoint", appoint(space, "mei", "admin"), "PUT /spaces/s/members/mei"],
  ["removeMember", removeMember(space, "mei"), "DELETE /spaces/s/members/mei"],
];

test.each(commands)("%s asks what the contract says", (_, { method, path }, expected) => {
  expect(`${method} ${path}`).toBe(expected);
});

test.each(commands)("%s: once announced, it looks as it was painted", async (_, command) => {
  await submit(db, command);
  const fresh = await filled();
  let version = 0;
  await applyChanges(
    fresh,
    command.predicts.map((one) => ({ ...one, spaceId: command.spaceId, version: ++version, actorId: "ada", at })),
  );

  expect(await rows(db)).toEqual(await rows(fresh));
});

async function rows(of: Replica) {
  const plain = ({ sync: _, ...row }: { sync?: unknown }) => row;
  return [
    ...(await of.spaces.toArray()).map(plain),
    ...(await of.members.orderBy("id").toArray()).map(plain),
    ...(await of.people.orderBy("id").toArray()).map(plain),
  ];
}

test("a space is pinned below the others", () => {
  const { body } = pinSpace(space, me, [{ pin: "a0" }, { pin: "a3" }, { pin: "a1" }]);

  expect((body as { orderKey: string }).orderKey > "a3").toBe(true);
});

test("what is muted until a moment sounds again after it", () => {
  expect(isMuted({ mutedUntil: at }, Date.parse(at) - 1)).toBe(true);
  expect(isMuted({ mutedUntil: at }, Date.parse(at))).toBe(false);
  expect(isMuted({ mutedUntil: null })).toBe(false);
});

test.each([
  ["a role", appoint(space, "mei", "admin"), "mei"],
  ["a removal", removeMember(space, "mei"), "mei"],
  ["somebody new", takeIn(space, ben, "member", at), "ben"],
])("%s that is refused is marked at the seat, with its reason", async (_, command, personId) => {
  const id = await submit(db, command);
  const seat = memberKey("s", personId);
  const waiting = (await db.members.get(seat))?.sync;
  const seq = (await db.outbox.where({ id }).first())?.seq ?? -1;

  await refuse(db, seq, refused(403, "member-manage").details);

  expect(waiting).toBe(command.method === "DELETE" ? undefined : "pending");
  expect((await db.members.get(seat))?.sync).toBe("refused");
  expect((await refusalsOf(db, "members", seat)).map((entry) => entry.id)).toEqual([id]);
});

test("what is refused of a seat in one space marks no other", async () => {
  const elsewhere = memberKey("t", "mei");
  await db.members.put({ ...members, spaceId: "t", personId: "mei", id: elsewhere });
  await submit(db, appoint({ id: "t" }, "mei", "guest"));
  const id = await submit(db, appoint(space, "mei", "admin"));

  await refuse(db, (await db.outbox.where({ id }).first())?.seq ?? -1, refused(403, "member-manage").details);

  expect((await db.members.get(elsewhere))?.sync).toBe("pending");
});
