import { describe, expect, test } from "vitest";
import type { ChangeResponse } from "../../../kernel/api/types";
import { applyChanges } from "../../../kernel/replica/receive";
import { newReplica } from "../../../kernel/testing/TestServer";
import { broughtLast, waitingIn } from "../inbox/waiting";
import "../inbox/inboxChanges";
import { isComing, mayShow } from "./signals";
import { claimSound } from "./useSound";

const nine = "2026-11-24T09:00:00.000Z";

describe("the number on the icon", () => {
  test("grows when a batch is just coming, or while its owner looks", () => {
    expect(mayShow(3, 2, false, true)).toBe(true);
    expect(mayShow(3, 2, true, false)).toBe(true);
  });

  test("stays as it was on a device that wakes at night and hears of the afternoon", () => {
    expect(mayShow(3, 2, false, false)).toBe(false);
    expect(mayShow(3, undefined, false, false)).toBe(false);
  });

  test("shrinks at once: whatever takes something away is mine, or came through the gate", () => {
    expect(mayShow(1, 2, false, false)).toBe(true);
    expect(mayShow(0, 2, false, false)).toBe(true);
  });
});

test("a batch is coming for a minute, whichever of two clocks is ahead", () => {
  const at = (time: string) => isComing(nine, Date.parse(`2026-11-24T${time}Z`));

  expect(["08:59:00", "09:00:00", "09:01:00"].map(at)).toEqual([true, true, true]);
  expect(["08:58:59", "09:01:01", "22:00:00"].map(at)).toEqual([false, false, false]);
  expect(isComing(undefined, 0)).toBe(false);
});

test("one page sounds for a batch, however many are open and in however many parts it comes", async () => {
  const db = await newReplica();

  const claims = await Promise.all([1, 2, 3].map(() => claimSound(db, nine)));
  const rest = await claimSound(db, "2026-11-24T09:00:20.000Z");
  const next = await claimSound(db, "2026-11-24T13:00:00.000Z");
  const late = await claimSound(db, nine);

  expect(claims.sort()).toEqual([false, false, true]);
  expect([rest, next, late]).toEqual([false, true, false]);
});

describe("what a batch brought", () => {
  test("is told apart from what somebody writes anew, and from what is only to be known", async () => {
    const db = await newReplica();
    await db.positions.put({ spaceId: "personal", version: 0 });
    await applyChanges(db, [told(1, "ask", nine, null), told(2, "told", "2026-11-24T13:00:00.000Z", null, "know")]);
    expect(await broughtLast(db)).toBe(nine);

    await applyChanges(db, [told(3, "ask", "2026-11-24T14:00:00.000Z", "ben")]);

    expect(await broughtLast(db)).toBeUndefined();
    expect(await waitingIn(db)).toBe(1);
  });

  test("waits no more while it is put off, also when that time is over: a batch brings it back", async () => {
    const db = await newReplica();
    await db.positions.put({ spaceId: "personal", version: 0 });
    await applyChanges(db, [told(1, "ask", nine, null)]);
    await db.inbox.update("ask", { snoozedUntil: "2026-11-24T10:00:00.000Z" });
    expect(await waitingIn(db)).toBe(0);

    await applyChanges(db, [told(2, "ask", "2026-11-24T13:00:00.000Z", null)]);

    expect(await waitingIn(db)).toBe(1);
    expect(await broughtLast(db)).toBe("2026-11-24T13:00:00.000Z");
  });
});

const told = (version: number, id: string, at: string, actorId: string | null, role = "answer"): ChangeResponse => ({
  spaceId: "personal",
  version,
  kind: "inbox.changed",
  itemId: "post",
  actorId,
  at,
  payload: { id, spaceId: "launch", post: { place: {} }, role, state: "delivered", snoozedUntil: null },
});
