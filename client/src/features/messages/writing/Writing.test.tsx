import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test, vi } from "vitest";
import { endsHalfMarked } from "./markdown";
import { Writing } from "./Writing";

const editor = {
  canHold: () => true,
  endsHalfMarked,
  htmlOf: (body: string) => body,
  RichField: ({ focused }: { focused: boolean }) => <p data-rich>{focused ? "focused" : "not focused"}</p>,
  Tools: () => null,
};
let arrived: typeof editor | undefined;
vi.mock("./useRichText", () => ({ useRichText: () => arrived }));

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  arrived = undefined;
});

function formField(initial = "") {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const draw = () =>
    act(() =>
      root.render(
        <MantineProvider>
          <Writing spaceId="space" label="Text" placeholder="Text" initial={initial} open onSubmit={() => {}} />
        </MantineProvider>,
      ),
    );
  draw();
  return {
    area: place.querySelector("textarea") as HTMLTextAreaElement,
    arrive: () => {
      arrived = editor;
      draw();
      return place.querySelector("[data-rich]")?.textContent;
    },
  };
}

test("whoever came into an open field before its editor did goes on writing in the editor", () => {
  const { area, arrive } = formField();
  act(() => area.focus());
  expect(arrive()).toBe("focused");
});

test("an editor that comes late takes the focus from nobody who went on", () => {
  const { area, arrive } = formField();
  act(() => area.focus());
  act(() => area.blur());
  expect(arrive()).toBe("not focused");
});

test.each([
  ["The **new*", false],
  ["The **new**", true],
  ["The **", true],
  ["The *new*", true],
  ["The ***new**", false],
  ["The **new* and", true],
  ["a __b_", false],
])("an editor does not come into half a mark: %s", (text, comes) => {
  expect(formField(text).arrive() !== undefined).toBe(comes);
});
