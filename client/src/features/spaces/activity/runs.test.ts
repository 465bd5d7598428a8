import i18next from "i18next";
import { expect, test } from "vitest";
import type { ActivityItem } from "../../../kernel/api/types";
import german from "../activity.de.json";
import english from "../activity.en.json";
import { runsOf, wordsFor } from "./runs";

let version = 100;
const did = (actorId: string | null, kind: string, minute = 0, payload: object = {}) =>
  ({
    spaceId: "s",
    version: version--,
    kind,
    itemId: `i${version}`,
    actorId,
    at: new Date(Date.UTC(2026, 10, 23, 12, -minute)).toISOString(),
    payload,
  }) as ActivityItem;
const told = (items: ActivityItem[]) => runsOf(items).map((run) => `${run[0]?.actorId} ${run[0]?.kind} ${run.length}`);

test("many of one kind by one person are one run, and the order stays", () => {
  const items = [
    did("ben", "topic.opened"),
    ...Array.from({ length: 12 }, (_, n) => did("ada", "task.created", n)),
    did("ada", "task.moved", 13),
  ];

  expect(told(items)).toEqual(["ben topic.opened 1", "ada task.created 12", "ada task.moved 1"]);
});

test("two are no run yet, and another person, another kind or a pause ends one", () => {
  expect(told([did("ada", "task.created"), did("ada", "task.created")])).toHaveLength(2);
  const thrice = (between: ActivityItem) => [
    did("ada", "task.created"),
    did("ada", "task.created"),
    between,
    did("ada", "task.created"),
    did("ada", "task.created"),
  ];
  expect(told(thrice(did("ben", "task.created")))).toHaveLength(5);
  expect(told(thrice(did("ada", "task.moved")))).toHaveLength(5);
  expect(told([0, 31, 62].map((minute) => did("ada", "task.created", minute)))).toHaveLength(3);
  expect(told([0, 30, 60].map((minute) => did("ada", "task.created", minute)))).toEqual(["ada task.created 3"]);
});

test("messages are told apart by where they stand", () => {
  const said = (payload: object) => [0, 1, 2].map((minute) => did("ada", "message.posted", minute, payload));

  const runs = runsOf([...said({ place: { kind: "chat" } }), ...said({ place: { kind: "task" } })]);

  expect(runs.map((run) => run.length)).toEqual([3, 3]);
});

test("what has no words for many stays as it is", () => {
  expect(told([0, 1, 2].map(() => did("ada", "space.changed")))).toHaveLength(3);
});

test.each([
  ["en", english],
  ["de", german],
])("every run has its words (%s)", async (lng, words) => {
  const i18n = i18next.createInstance();
  await i18n.init({ lng, resources: { [lng]: { activity: words } }, defaultNS: "activity" });
  const kindsOf = (many: object, path = "many"): string[] =>
    Object.entries(many).flatMap(([key, inner]) =>
      typeof inner === "string" ? [`${path}.${key.replace(/_(one|other)$/, "")}`] : kindsOf(inner, `${path}.${key}`),
    );
  for (const path of new Set(kindsOf(words.many))) {
    expect(i18n.t(path, { count: 1, times: 4 })).toMatch(/4/);
    expect(i18n.t(path, { count: 3, times: 4 })).toMatch(/3/);
  }
  const one = did("ada", "message.posted", 0, { place: { kind: "topic" } });
  expect(i18n.exists(wordsFor(one), { count: 3 })).toBe(true);
  for (const kind of ["task.created", "checklist.added", "member.joined", "label.created", "topic.closed"]) {
    expect(i18n.exists(wordsFor(did("ada", kind)), { count: 3 })).toBe(true);
  }
});
