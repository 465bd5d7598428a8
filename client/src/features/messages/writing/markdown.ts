import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { defaultMarkdownSerializer, MarkdownParser, MarkdownSerializer } from "prosemirror-markdown";
import { type Mentioned, markdownIt } from "./markdownIt";
import { schema } from "./schema";

const editorSchema = getSchema(schema);

const parser = new MarkdownParser(editorSchema, markdownIt, {
  paragraph: { block: "paragraph" },
  blockquote: { block: "blockquote" },
  bullet_list: { block: "bulletList" },
  ordered_list: { block: "orderedList", getAttrs: (token) => ({ start: Number(token.attrGet("start") ?? 1) }) },
  list_item: { block: "listItem" },
  task_list: { block: "taskList" },
  task_item: { block: "taskItem", getAttrs: (token) => ({ checked: token.meta?.checked === true }) },
  code_block: { block: "codeBlock", noCloseToken: true },
  fence: {
    block: "codeBlock",
    noCloseToken: true,
    getAttrs: (token) => ({ language: token.info.trim().split(/\s/)[0] || null }),
  },
  hardbreak: { node: "hardBreak" },
  softbreak: { node: "hardBreak" },
  mention: { node: "mention", getAttrs: (token) => ({ ...(token.meta as Mentioned) }) },
  em: { mark: "italic" },
  strong: { mark: "bold" },
  s: { mark: "strike" },
  code_inline: { mark: "code", noCloseToken: true },
  link: {
    mark: "link",
    getAttrs: (token) => ({ href: token.attrGet("href"), title: token.attrGet("title") || null }),
  },
});

const known = new Set(
  ["paragraph", "blockquote", "bullet_list", "ordered_list", "list_item", "task_list", "task_item"]
    .flatMap((one) => [`${one}_open`, `${one}_close`])
    .concat(["em", "strong", "s", "link"].flatMap((one) => [`${one}_open`, `${one}_close`]))
    .concat(["code_block", "fence", "inline", "text", "softbreak", "hardbreak", "code_inline", "mention"]),
);

/** False for what the editor would lose, such as a table: that is edited as Markdown. */
export function canHold(markdown: string): boolean {
  const tokens = markdownIt.parse(markdown, {});
  return tokens.every((token) => known.has(token.type) && (token.children ?? []).every((one) => known.has(one.type)));
}

/** A mark of which half is typed: "**new*" would be read as something else than what the next key makes of it. */
export function endsHalfMarked(markdown: string): boolean {
  const [, opened = "", closed = ""] = /(\*{2,3}|_{2,3})[^\s*_](?:[^*_]*[^\s*_])?(\*+|_+)$/.exec(markdown) ?? [];
  return closed.length < opened.length;
}

export const read = (markdown: string): Node => parser.parse(markdown);

// What CommonMark and GitHub's additions would read as more than text, and the serialiser's own list leaves out.
const special = new RegExp(
  [
    "<(?=[a-z/!?])",
    "&(?=#?\\w+;)",
    "(?<=^\\s*\\d{1,9})[.)](?=\\s|$)",
    "^\\+(?=\\s|$)",
    "^=(?==*\\s*$)",
    "\\|(?=\\s*:?-)",
    "(?<=-:?\\s*)\\|",
    "(?<!\\\\)_(?=\\\\?_)|(?<=_)_",
  ].join("|"),
  "gi",
);

type Nodes = ConstructorParameters<typeof MarkdownSerializer>[0];
const { nodes, marks } = defaultMarkdownSerializer;

const serializer = new MarkdownSerializer(
  {
    paragraph: nodes.paragraph,
    blockquote: nodes.blockquote,
    listItem: nodes.list_item,
    taskItem: nodes.list_item,
    bulletList: (state, node) => state.renderList(node, "  ", () => "- "),
    taskList: (state, node) =>
      state.renderList(node, "  ", (index) => (node.child(index).attrs.checked ? "- [x] " : "- [ ] ")),
    orderedList: (state, node) => {
      const start = Number(node.attrs.start ?? 1);
      const width = String(start + node.childCount - 1).length;
      state.renderList(node, " ".repeat(width + 2), (index) => `${start + index}. `.padEnd(width + 2));
    },
    codeBlock: (state, node) => {
      const longest = Math.max(2, ...(node.textContent.match(/`{3,}/g) ?? []).map((ticks) => ticks.length));
      const fence = "`".repeat(longest + 1);
      state.write(`${fence}${node.attrs.language ?? ""}\n`);
      state.text(node.textContent, false);
      state.ensureNewLine();
      state.write(fence);
      state.closeBlock(node);
    },
    hardBreak: (state, _node, parent, index) => {
      // At the end of a paragraph it would be a backslash.
      for (let next = index + 1; next < parent.childCount; next++) {
        if (parent.child(next).type.name !== "hardBreak") return state.write("\\\n");
      }
    },
    mention: (state, node) => {
      const { kind, id, label } = node.attrs as Mentioned;
      state.write(`[${state.esc(label)}](baton:${kind}/${id})`);
    },
    text: (state, node, parent, index) => {
      const startsLine = index === 0 || parent.child(index - 1).type.name === "hardBreak";
      const line = state as typeof state & { atBlockStart: boolean; inAutolink?: boolean };
      if (startsLine) line.atBlockStart = true;
      // Four blanks at the start of a line would make it code.
      state.text((startsLine ? node.text?.trimStart() : node.text) ?? "", !line.inAutolink);
    },
  } as Nodes,
  {
    bold: marks.strong as NonNullable<typeof marks.strong>,
    italic: marks.em as NonNullable<typeof marks.em>,
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
    code: marks.code as NonNullable<typeof marks.code>,
    link: marks.link as NonNullable<typeof marks.link>,
  },
  { hardBreakNodeName: "hardBreak", escapeExtraCharacters: special },
);

export const write = (doc: Node): string => serializer.serialize(doc, { tightLists: true }).trim();
