import { beforeEach, expect, test } from "vitest";
import type { HearingResponse, SnapshotResponse } from "../../../kernel/api/types";
import { applySnapshot, type Replica, submit } from "../../../kernel/replica";
import { applyChanges } from "../../../kernel/replica/receive";
import { newReplica } from "../../../kernel/testing/TestServer";
import { type Heard, hearAs, hearAsBefore, lessThan, levelOf } from "./chooseHearing";
import "./hearingChanges";
import { heardIn } from "./useHearing";

const me = { id: "ada", personalSpaceId: "mine" };
const heard = (more: Partial<Heard> = {}): Heard => ({
  place: "topic",
  placeId: "t",
  follows: false,
  own: null,
  ofSpace: null,
  ...more,
});
const following = {
  follow: {
    spaceId: "space",
    method: "PUT",
    path: "/follow",
    predicts: [{ kind: "topic.followed", itemId: "t", payload: {} }],
  },
  unfollow: { spaceId: "space", method: "DELETE", path: "/follow", predicts: [] },
} as const;
const asked = (level: "everything" | "usual" | "named" | "asks", of: Heard) =>
  hearAs(of, level, me, following as never).map(({ method, path, body }) =>
    [method, path, (body as { level?: string })?.level].filter(Boolean).join(" "),
  );

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
  await applySnapshot(db, personal([]));
});

const personal = (hearing: HearingResponse[]) =>
  ({ version: 1, space: { id: "mine", kind: "personal" }, hearing }) as unknown as SnapshotResponse;
const told = (version: number, payload: Partial<HearingResponse>) => ({
  spaceId: "mine",
  version,
  kind: "hearing.changed",
  itemId: "space",
  actorId: "ada",
  at: "2026-11-23T09:00:00.000Z",
  payload: { place: "space", placeId: "space", chosenAt: "2026-11-23T09:00:00.000Z", ...payload },
});

test("what I chose on another device comes by my own stream, and the chat is not the space", async () => {
  await applyChanges(db, [told(2, { level: "asks" }), told(3, { place: "chat", level: "everything" })]);
  expect(await heardIn(db, "chat", "space", "space")).toMatchObject({ own: "everything", ofSpace: "asks" });

  await applyChanges(db, [told(4, { place: "chat", level: null })]);
  expect(await heardIn(db, "chat", "space", "space")).toMatchObject({ own: null, ofSpace: "asks" });
});

test("a fresh snapshot says what I chose, and takes what I took back elsewhere", async () => {
  await applyChanges(db, [told(2, { level: "asks" })]);
  await applySnapshot(db, {
    ...personal([{ place: "topic", placeId: "t", level: "named", chosenAt: "2026-11-23T09:00:00.000Z" }]),
    version: 9,
  });

  expect((await db.hearing.toArray()).map(({ id, level }) => `${id} ${level}`)).toEqual(["topic:t named"]);
});

test("a choice shows at once and waits for the network, and so does its undo", async () => {
  for (const command of hearAs(heard(), "named", me)) await submit(db, command);
  expect(await heardIn(db, "topic", "t", "space")).toMatchObject({ own: "named" });

  for (const command of hearAsBefore(heard(), "named", me)) await submit(db, command);
  expect(await heardIn(db, "topic", "t", "space")).toMatchObject({ own: null });
  expect((await db.outbox.toArray()).map((one) => `${one.method} ${one.path} ${one.spaceId}`)).toEqual([
    "PUT /topics/t/hearing mine",
    "DELETE /topics/t/hearing mine",
  ]);
});

test("everything is to follow, as usual is not to, and what others see stays as it is when I hear less", () => {
  expect(asked("everything", heard())).toEqual(["PUT /follow"]);
  expect(asked("usual", heard({ follows: true }))).toEqual(["DELETE /follow"]);
  expect(asked("asks", heard({ follows: true }))).toEqual(["PUT /topics/t/hearing asks"]);
  expect(asked("asks", heard({ own: "asks" }))).toEqual([]);
});

test("following takes a lower level back, and stands against that of the whole space", () => {
  const chosen = (of: Heard) =>
    hearAs(of, "everything", me, following as never)[0]?.predicts.map(
      ({ payload }) => (payload as HearingResponse).level,
    );

  expect(chosen(heard({ own: "named" }))).toEqual([undefined, null]);
  expect(chosen(heard({ ofSpace: "asks" }))).toEqual([undefined, "usual"]);
  expect(asked("usual", heard({ ofSpace: "asks" }))).toEqual(["PUT /topics/t/hearing usual"]);
  expect(asked("usual", heard({ own: "named" }))).toEqual(["DELETE /topics/t/hearing"]);
});

test("of a chat everything is a choice, and of a whole space as usual is none", () => {
  const chat = heard({ place: "chat", placeId: "space", follows: undefined });
  expect(hearAs(chat, "everything", me)[0]).toMatchObject({ path: "/spaces/space/chat/hearing", method: "PUT" });

  const space = heard({ place: "space", placeId: "space", follows: undefined, own: "asks" });
  expect(hearAs(space, "usual", me)[0]).toMatchObject({ path: "/spaces/space/hearing", method: "DELETE" });
});

test.each([
  [heard({ follows: true }), "everything"],
  [heard(), "usual"],
  [heard({ follows: true, own: "asks" }), "asks"],
  [heard({ follows: true, ofSpace: "named" }), "named"],
  [heard({ follows: true, own: "usual", ofSpace: "named" }), "everything"],
  [heard({ place: "chat", follows: undefined, own: "everything", ofSpace: "asks" }), "everything"],
] as const)("the place says more than its space: %o is %s", (of, level) => {
  expect(levelOf(of)).toBe(level);
});

const came = (kind: string) => ({ why: { kind, ofId: null } }) as never;

test.each([
  ["follows", heard(), "named"],
  ["named", heard(), "asks"],
  ["group", heard({ own: "named" }), "asks"],
  ["follows", heard({ ofSpace: "named" }), "asks"],
  ["hears", heard({ place: "chat", own: "everything" }), "usual"],
] as const)("less than what came because of %s is the first level that keeps it out", (kind, of, level) => {
  expect(lessThan([came(kind)], of)).toBe(level);
});

test("what came before I chose does not have me hear more again", () => {
  expect(lessThan([came("follows")], heard({ own: "asks" }))).toBe("asks");
  expect(lessThan([came("follows")], heard({ ofSpace: "asks" }))).toBe("asks");
  const chat = heard({ place: "chat", placeId: "space", follows: undefined, ofSpace: "asks" });
  expect(lessThan([came("hears")], chat)).toBe("asks");
  expect(lessThan([came("hears")], { ...chat, own: "named" })).toBe("named");
  expect(hearAs(chat, "asks", me)).toEqual([]);
});

test("of several, all must have been kept out", () => {
  expect(lessThan([came("follows"), came("named")], heard())).toBe("asks");
  expect(lessThan([came("hears"), came("named")], heard({ own: "everything" }))).toBe("asks");
});

test("undo gives back exactly what was: the following and the level", () => {
  const undone = (before: Heard, now: "everything" | "usual" | "asks") =>
    hearAsBefore(before, now, me, following as never).map(({ method, path }) => `${method} ${path}`);

  expect(undone(heard({ own: "asks" }), "everything")).toEqual(["DELETE /follow", "PUT /topics/t/hearing"]);
  expect(undone(heard({ follows: true }), "usual")).toEqual(["PUT /follow", "DELETE /topics/t/hearing"]);
  expect(undone(heard({ follows: true }), "asks")).toEqual(["DELETE /topics/t/hearing"]);
});
