import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MeRow, type Replica, ReplicaProvider } from "../../../kernel/replica";
import { newReplica } from "../../../kernel/testing/TestServer";
import { at, task } from "../testing/board";
import { useStored } from "./useStored";

let db: Replica;
let root: ReturnType<typeof createRoot>;
let stored: ReturnType<typeof useStored> | undefined;
let asked: { query: URLSearchParams; answer: (titles: string[], next?: string) => Promise<void> }[];

function Reading({ text }: { text: string }) {
  stored = useStored("s", "archived", text);
  return null;
}

const type = (text: string) =>
  act(async () =>
    root.render(
      <ReplicaProvider db={db} me={{ id: "ada" } as MeRow}>
        <Reading text={text} />
      </ReplicaProvider>,
    ),
  );

const questions = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
const titles = () => stored?.tasks?.map((one) => one.title);

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  db = await newReplica();
  root = createRoot(document.createElement("div"));
  asked = [];
  vi.stubGlobal(
    "fetch",
    (path: string) =>
      new Promise((resolve) =>
        asked.push({
          query: new URL(path, "http://baton").searchParams,
          answer: (found, next) =>
            act(async () => {
              const items = found.map((title) => task(title, { title, archivedAt: at }));
              resolve(new Response(JSON.stringify({ items, next: next ?? null })));
            }),
        }),
      ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test("the words are asked of the server, once, and what is here shows at once", async () => {
  await db.tasks.put(task("here", { title: "Poster here", archivedAt: at }));
  await type("");
  await questions(1);
  await asked[0]?.answer(["Banner", "Poster there"], "more");
  for (const text of ["p", "po", "poster"]) await type(text);

  await vi.waitFor(() => expect(titles()?.sort()).toEqual(["Poster here", "Poster there"]));
  expect(stored?.asking).toBe(true);
  await questions(2);
  await asked[1]?.answer(["Poster there", "Poster far away"]);

  expect(asked.map(({ query }) => query.get("text"))).toEqual([null, "poster"]);
  await vi.waitFor(() => expect(titles()?.sort()).toEqual(["Poster far away", "Poster here", "Poster there"]));
  expect(stored).toMatchObject({ asking: false, more: undefined });
});

test("a page of another question that comes late is not among what was found", async () => {
  await type("");
  await questions(1);
  await asked[0]?.answer(["Poster 1"], "more");
  await vi.waitFor(() => expect(stored?.more).toBeDefined());
  act(() => stored?.more?.());
  await questions(2);

  await type("poster");
  await questions(3);
  await asked[2]?.answer(["Poster 1"]);
  await asked[1]?.answer(["Poster 2"]);

  await vi.waitFor(() => expect(stored?.asking).toBe(false));
  expect(titles()).toEqual(["Poster 1"]);
});
