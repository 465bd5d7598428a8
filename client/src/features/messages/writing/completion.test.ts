import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import type { Candidate } from "./candidates";
import { type Completion, completion } from "./completion";
import { write } from "./markdown";
import { schema } from "./schema";

const ben = { kind: "person", id: "01a2", label: "@Ben", note: "" } satisfies Candidate;
let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** A text in which names are found only when the test says so. */
function written() {
  let menu: Completion | undefined;
  const asked: { query: string; answer: (found: Candidate[]) => void }[] = [];
  const people = (query: string) => new Promise<Candidate[]>((answer) => asked.push({ query, answer }));
  const none = async () => [];
  const made = new Editor({
    element: document.createElement("div"),
    extensions: [
      ...schema,
      completion({ people, things: none, emoji: none }, (next) => {
        menu = next;
      }),
    ],
  });
  editor = made;
  return {
    menu: () => menu,
    type: (text: string) => {
      for (const letter of text) made.view.dispatch(made.state.tr.insertText(letter));
    },
    press: (key: string) =>
      made.view.someProp("handleKeyDown", (handle) => handle(made.view, new KeyboardEvent("keydown", { key }))),
    leave: () => made.commands.setTextSelection(1),
    find: async (found: Candidate[]) => {
      await expect.poll(() => asked.length).toBeGreaterThan(0);
      asked.at(-1)?.answer(found);
    },
    lines: () => made.state.doc.childCount,
    text: () => write(made.state.doc),
  };
}

test("Enter pressed before the names have come chooses the first of them", async () => {
  const field = written();
  field.type("Ask @Ben");
  field.press("Enter");
  expect(field.text()).toBe("Ask @Ben");
  await field.find([ben]);
  await expect.poll(field.text).toMatch(/^Ask \[@Ben\]\(baton:person\/01a2\)/);
});

test("what is typed while Enter waits for the names follows the chosen one", async () => {
  const field = written();
  field.type("Ask @Ben");
  for (const key of ["Enter", "s", "o", "o", "n"]) expect(field.press(key)).toBe(true);
  await field.find([ben]);
  await expect.poll(field.text).toBe("Ask [@Ben](baton:person/01a2) soon");
});

test("a question mark typed while Enter waits stands at the name, as it does afterwards", async () => {
  const field = written();
  field.type("Ask @Ben");
  for (const key of ["Enter", "?", " ", "N", "o", "w"]) field.press(key);
  await field.find([ben]);
  await expect.poll(field.text).toBe("Ask [@Ben](baton:person/01a2)? Now");
});

test("what is typed while Enter waits is not lost with the names", async () => {
  const field = written();
  field.type("Ask @Ben");
  for (const key of ["Enter", "!"]) field.press(key);
  field.leave();
  await expect.poll(field.text).toContain("!");
});

test("Enter pressed before it is known that there is no such name is a line of its own", async () => {
  const field = written();
  field.type("Ask @nobody");
  field.press("Enter");
  await field.find([]);
  await expect.poll(field.lines).toBe(2);
});

test("the names stay while the next letters are looked up, and what is chosen replaces all letters", async () => {
  const field = written();
  field.type("@B");
  await field.find([ben]);
  await expect.poll(field.menu).toBeDefined();
  field.type("en");
  expect(field.menu()?.choices).toHaveLength(1);
  field.menu()?.take({ type: "mention", mention: ben });
  expect(field.text()).toMatch(/^\[@Ben\]\(baton:person\/01a2\)\s?$/);
});
