import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useFilePaste } from "./useFilePaste";

const taken = vi.fn();
const room = document.createElement("div");
const root = createRoot(room);

function Task({ enabled }: { enabled: boolean }) {
  const inside = useRef<HTMLParagraphElement>(null);
  useFilePaste(inside, taken, enabled);
  return (
    <article>
      <p ref={inside}>Files</p>
    </article>
  );
}

const show = (enabled: boolean) => act(async () => root.render(<Task enabled={enabled} />));

beforeEach(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  taken.mockReset();
  document.body.replaceChildren(room, document.createElement("aside"));
  await show(true);
});
afterEach(() => vi.restoreAllMocks());

function paste(on: Element, types: string[] = ["Files"]) {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  const files = [new File(["x"], "sketch.png", { type: "image/png" })];
  Object.assign(event, { clipboardData: { files, types } });
  on.dispatchEvent(event);
  return event;
}

test("a picture pasted on the task, or where nothing has the focus, belongs to the task", () => {
  expect(paste(room.querySelector("p") as Element).defaultPrevented).toBe(true);
  expect(paste(document.body).defaultPrevented).toBe(true);
  expect(taken).toHaveBeenCalledTimes(2);
  expect(taken.mock.calls[0]?.[0][0].name).toBe("sketch.png");
});

test("what is pasted elsewhere, or is a text with a picture beside it, is left alone", () => {
  expect(paste(document.querySelector("aside") as Element).defaultPrevented).toBe(false);
  expect(paste(document.body, ["text/html", "Files"]).defaultPrevented).toBe(false);
  expect(taken).not.toHaveBeenCalled();
});

test("where nothing may be attached nothing is taken", async () => {
  await show(false);

  expect(paste(document.body).defaultPrevented).toBe(false);
  expect(taken).not.toHaveBeenCalled();
});
