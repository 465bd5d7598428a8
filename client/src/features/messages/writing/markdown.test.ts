import { expect, test } from "vitest";
import { canHold, read, write } from "./markdown";
import { htmlOf } from "./markdownIt";

const ben = "0193a0b0-0000-7000-8000-000000000001";

test.each([
  ["words", "Hello, Ben."],
  ["paragraphs", "One.\n\nTwo."],
  ["a line break", "One\\\ntwo"],
  ["marks", "**bold**, *italic*, ~~gone~~ and `code`"],
  ["marks in marks", "**bold and *both***"],
  ["a list", "- one\n- two\n  - deeper\n- three"],
  ["an ordered list", "3. three\n4. four"],
  ["tasks", "- [ ] open\n- [x] done"],
  ["a quote", "> said\n>\n> and said"],
  ["a list in a quote", "> - one\n> - two"],
  ["code", "```js\nconst a = 1;\n\nb();\n```"],
  ["code with ticks", "````\n```\n````"],
  ["a link", "See [the plan](https://example.org/a_b?c=d)."],
  ["a bare link", "<https://example.org/a_b>"],
  ["a mention", `[@Ben Okafor](baton:person/${ben}), please look at [WEB-142](baton:task/${ben})`],
  ["an emoji", "Done 🎉"],
  ["a mail address in words", "ada@example.org"],
])("%s survive the way through the editor", (_, markdown) => {
  expect(canHold(markdown)).toBe(true);
  expect(write(read(markdown))).toBe(markdown);
});

const awkward = [
  "# no heading",
  "1. no list",
  "1) no list",
  "12.",
  "- no list",
  "+ no list",
  "+",
  "* no list",
  "> no quote",
  "--- ",
  "===",
  "a | b",
  "|---|---|",
  "**not bold**",
  "_not_ __bold__ snake_case_name",
  "`not code`",
  "```",
  "~~~",
  "~~not gone~~",
  "[not](a link)",
  "![not](a picture)",
  "[ ] not a task",
  "<b>not html</b> <!-- nor a comment -->",
  "R&D &amp; &#64;",
  "back\\slash \\* \\",
  "5 < 6 > 4",
  "    four blanks",
  "https://example.org",
  "2 * 3 * 4 = 24",
  ":-- | --:",
  "a\u00a0b",
  "[@Ben](baton:person/nobody)",
];

test.each(awkward)("what is typed as text stays text: %s", (line) => {
  for (const lines of [[line], ["before", line], [line, "after"]]) {
    const markdown = write(typed(lines));
    expect(texts(markdown)).toEqual(lines.map((one) => one.trim()));
  }
});

test("so do all pairs of them in one line", () => {
  for (const one of awkward) {
    for (const other of awkward) {
      const line = `${one} ${other}`.trim();
      expect(texts(write(typed([line])))).toEqual([line]);
    }
  }
});

test.each([
  ["a heading", "# Plan"],
  ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
  ["a picture", "![x](https://example.org/x.png)"],
  ["a rule", "one\n\n---\n\ntwo"],
  ["tasks among points", "- [ ] open\n- point"],
])("%s cannot be held: it is edited as Markdown", (_, markdown) => {
  expect(canHold(markdown)).toBe(false);
});

test("HTML and addresses that run something are shown as text", () => {
  const html = htmlOf('<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://example.org/"onload=)');

  expect(html).not.toMatch(/<img|<script|href="javascript/i);
});

test("a mention and a task list look as the server shows them", () => {
  expect(htmlOf(`[@Ben](baton:person/${ben})`)).toBe(
    `<p><a class="mention mention-person" data-id="${ben}">@Ben</a></p>\n`,
  );
  expect(htmlOf("- [x] done")).toContain(
    '<li class="task-list-item"><input disabled="disabled" type="checkbox" checked',
  );
});

/** Lines of plain text as somebody types them, with a line break between. */
function typed(lines: string[]) {
  const { schema } = read("").type;
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [schema.nodes.hardBreak?.create()] : []),
    schema.text(line),
  ]);
  return schema.node("doc", null, [schema.node("paragraph", null, content as never)]);
}

/** The lines a reader sees, if it is one paragraph without any mark; else what it became. */
function texts(markdown: string): string[] | string {
  const doc = read(markdown);
  const paragraph = doc.firstChild;
  if (doc.childCount !== 1 || paragraph?.type.name !== "paragraph") return doc.toString();
  const lines = [""];
  let odd = "";
  paragraph.forEach((node) => {
    const plain = node.marks.length === 0 || node.marks.every((mark) => mark.attrs.href === node.text);
    if (node.type.name === "hardBreak") lines.push("");
    else if (node.isText && plain) lines[lines.length - 1] += node.text ?? "";
    else odd = doc.toString();
  });
  return odd || lines.map((line) => line.trim());
}
