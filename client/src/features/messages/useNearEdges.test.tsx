import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { Problem } from "../../kernel/api/problem";
import { useNearEdges } from "./useNearEdges";
import type { StreamView } from "./useStream";

const showOlder = vi.fn(async () => {});
const atTheTop = { older: true, newer: false, following: false, showOlder, showNewer: async () => {} };

function List({ problem }: { problem?: Problem }) {
  const content = useRef<HTMLOListElement>(null);
  useNearEdges(content, { ...atTheTop, problem } as unknown as StreamView, false);
  return (
    <div>
      <ol ref={content} />
    </div>
  );
}

test("a server that refuses is asked again only by somebody who scrolls", async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const room = document.createElement("div");
  const root = createRoot(room);
  await act(async () => root.render(<List />));
  expect(showOlder).toHaveBeenCalledTimes(1);

  await act(async () => root.render(<List problem={{ status: 500 } as Problem} />));
  await act(async () => root.render(<List problem={{ status: 500 } as Problem} />));
  expect(showOlder).toHaveBeenCalledTimes(1);

  room.firstElementChild?.dispatchEvent(new Event("scroll"));
  expect(showOlder).toHaveBeenCalledTimes(2);
  await act(async () => root.unmount());
});
