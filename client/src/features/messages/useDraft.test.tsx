import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MeRow, type Replica, ReplicaProvider } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { changeDraft } from "./drafts";
import { useDraft } from "./useDraft";

let db: Replica;
let draft: ReturnType<typeof useDraft>;
let root: ReturnType<typeof createRoot>;

const quote = { messageId: "m", authorId: "ben", excerpt: "What he said" };
const stored = () => db.drafts.get("chat:space");

function Drafting() {
  draft = useDraft("chat:space");
  return null;
}

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  db = await newReplica();
  await changeDraft(db, "chat:space", { body: "first", quote });
  root = createRoot(document.createElement("div"));
  await act(async () =>
    root.render(
      <ReplicaProvider db={db} me={{ id: "ada" } as MeRow}>
        <Drafting />
      </ReplicaProvider>,
    ),
  );
  await vi.waitFor(() => expect(draft.saved?.quote).toEqual(quote));
});
afterEach(() => act(() => root.unmount()));

test("a text that is taken is gone at once, with its quote, though it is not kept elsewhere yet", async () => {
  let keep = () => {};
  let kept: Promise<void> | undefined;
  await act(async () => {
    draft.write("first!");
    kept = draft.take(() => new Promise<void>((resolve) => (keep = resolve)));
  });
  expect(draft.saved).toMatchObject({ body: "", quote: null });
  expect(await stored()).toMatchObject({ body: "first" });

  await act(async () => {
    keep();
    await kept;
  });
  expect(draft.saved).toMatchObject({ body: "", quote: null });
  expect(await stored()).toBeUndefined();
});

test("what is written while a text is being taken is kept alone", async () => {
  let keep = () => {};
  let kept: Promise<void> | undefined;
  await act(async () => {
    kept = draft.take(() => new Promise<void>((resolve) => (keep = resolve)));
    draft.write("second");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await act(async () => {
    keep();
    await kept;
  });

  await vi.waitFor(async () => expect(await stored()).toMatchObject({ body: "second", more: { quote: null } }));
});

test("a text that could not be kept elsewhere is still a draft", async () => {
  await act(async () => {
    await draft.take(() => Promise.reject(new Error("no"))).catch(() => {});
  });

  expect(draft.saved).toMatchObject({ body: "first", quote });
});
