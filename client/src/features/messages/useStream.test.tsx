import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { type MeRow, ReplicaProvider } from "../../kernel/replica";
import { newReplica } from "../../kernel/testing/TestServer";
import { message } from "./someMessages";
import { useStream } from "./useStream";

const chat = { kind: "chat", id: "space", spaceId: "space" } as const;
const at = (minute: number) => ({
  ...message(`m${String(minute).padStart(2, "0")}`, {
    postedAt: `2026-11-23T09:${String(minute).padStart(2, "0")}:00.000Z`,
  }),
  streamId: "space",
});

let stream: ReturnType<typeof useStream> | undefined;

function Reading() {
  stream = useStream(chat, { opensAt: "m00" });
  return null;
}

test("an older page that comes late does not take the reader back from the newest", async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const db = await newReplica();
  await db.messages.bulkPut(Array.from({ length: 60 }, (_, minute) => at(minute)));
  const asked: (() => void)[] = [];
  const answer = () => new Response(JSON.stringify({ items: [at(0)], before: null, after: null }));
  vi.stubGlobal("fetch", () => new Promise((resolve) => asked.push(() => resolve(answer()))));
  const root = createRoot(document.createElement("div"));
  await act(async () =>
    root.render(
      <ReplicaProvider db={db} me={{ id: "ada" } as MeRow}>
        <Reading />
      </ReplicaProvider>,
    ),
  );
  await vi.waitFor(() => expect(stream?.rows?.at(0)?.id).toBe("m00"));
  expect(stream?.rows?.at(-1)?.id).toBe("m49");

  let older: Promise<void> | undefined;
  await act(async () => {
    older = stream?.showOlder();
  });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await act(async () => stream?.showNewest());
  expect(stream?.following).toBe(true);
  await act(async () => {
    asked[0]?.();
    await older;
  });

  expect(stream?.following).toBe(true);
  await vi.waitFor(() => expect(stream?.rows?.at(-1)?.id).toBe("m59"));
  act(() => root.unmount());
  vi.unstubAllGlobals();
});
