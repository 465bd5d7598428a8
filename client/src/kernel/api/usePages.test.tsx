import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { usePages } from "./usePages";

let root: Root;
let pages: ReturnType<typeof usePages<string>>;
let asked: { path: string; answer: (items: string[], next?: string) => Promise<void>; fail: () => Promise<void> }[];

function Reading({ path }: { path: string }) {
  pages = usePages<string>(path);
  return null;
}

const read = (path: string) => act(async () => root.render(<Reading path={path} />));
const more = () => act(async () => pages.more?.());

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  root = createRoot(document.createElement("div"));
  asked = [];
  vi.stubGlobal(
    "fetch",
    (path: string) =>
      new Promise((resolve, reject) =>
        asked.push({
          path: path.replace("/api", ""),
          answer: (items, next) =>
            act(async () => resolve(new Response(JSON.stringify({ items, next: next ?? null })))),
          fail: () => act(async () => reject(new TypeError("away"))),
        }),
      ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test("the failure of a page of another question comes too late to be told", async () => {
  await read("/things?text=a");
  await asked[0]?.answer(["a"], "2");
  await more();
  await read("/things?text=b");
  await asked[2]?.answer(["b"], "3");

  await asked[1]?.fail();

  expect(pages).toMatchObject({ items: ["b"], problem: undefined, asking: false });
  expect(pages.more).toBeDefined();
});

test("a question that failed goes on from no page of the one before", async () => {
  await read("/things?text=a");
  await asked[0]?.answer(["a"], "2");
  await read("/things?text=b");

  await asked[1]?.fail();

  expect(pages.problem).toBeDefined();
  expect(pages.more).toBeUndefined();
});
