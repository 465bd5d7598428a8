import { beforeEach, expect, test, vi } from "vitest";
import type { MeRow, Replica, SpaceRow } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { openDirect } from "./openDirect";

let db: Replica;
let me: string;
const submit = vi.fn(async () => "");
beforeEach(async () => {
  submit.mockClear();
  db = await newReplica();
  me = db.personId;
  await db.me.put({ id: me, personalSpaceId: "mine" } as MeRow);
  const space = (id: string, kind: string, ...others: string[]) =>
    ({ id, kind, memberIds: [me, ...others] }) as SpaceRow;
  await db.spaces.bulkPut([
    space("ben", "direct", "ben"),
    space("both", "direct", "ben", "mei"),
    space("group", "group", "mei"),
  ]);
});

test.each([
  ["one person", ["ben"], "ben"],
  ["several, in any order", ["mei", "ben"], "both"],
])("%s: the place that is there", async (_, people, id) => {
  expect(await openDirect(db, submit, people)).toBe(id);
  expect(submit).not.toHaveBeenCalled();
});

test("for people who do not share one yet it is made", async () => {
  const id = await openDirect(db, submit, ["mei"]);

  expect(submit).toHaveBeenCalledWith(
    expect.objectContaining({
      spaceId: "mine",
      body: { id, kind: "direct", name: "", personIds: ["mei"] },
      predicts: [expect.objectContaining({ payload: expect.objectContaining({ memberIds: [me, "mei"] }) })],
    }),
  );
});
