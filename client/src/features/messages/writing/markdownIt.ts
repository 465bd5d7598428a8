import MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

const target = /^baton:(person|task|topic)\/([0-9a-f-]{36})$/i;
const box = /^\[([ xX])\](?: |$)/;

/** Reads Markdown as the server does: CommonMark and GitHub's tables, tasks, strike and bare links; HTML stays text. */
export const markdownIt = new MarkdownIt("commonmark", { html: false, linkify: true, breaks: true }).enable([
  "linkify",
  "strikethrough",
  "table",
]);
markdownIt.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdownIt.core.ruler.push("tasks", ({ tokens }) => markTasks(tokens));
markdownIt.core.ruler.push("mentions", ({ tokens }) => {
  for (const token of tokens) if (token.children) token.children = withMentions(token.children);
});

const { rules } = markdownIt.renderer;
rules.mention = (tokens, index) => {
  const { kind, id, label } = (tokens[index] as Token).meta as Mentioned;
  return `<a class="mention mention-${kind}" data-id="${id}">${escapeHtml(label)}</a>`;
};
rules.task_list_open = () => '<ul class="contains-task-list">\n';
rules.task_list_close = () => "</ul>\n";
rules.task_item_open = (tokens, index) =>
  `<li class="task-list-item"><input disabled="disabled" type="checkbox"${tokens[index]?.meta?.checked ? ' checked="checked"' : ""} /> `;
rules.task_item_close = () => "</li>\n";
// A picture of another site would tell that site who reads; the server shows a link too.
rules.image = (tokens, index) => {
  const token = tokens[index];
  const address = escapeHtml(token?.attrGet("src") ?? "");
  return `<a href="${address}" rel="nofollow noopener" target="_blank">${escapeHtml(token?.content ?? "") || address}</a>`;
};
rules.link_open = (tokens, index) =>
  `<a href="${escapeHtml(tokens[index]?.attrGet("href") ?? "")}" rel="nofollow noopener" target="_blank">`;

export interface Mentioned {
  kind: string;
  id: string;
  label: string;
}

/** What a message will look like, until the server has rendered it. */
export const htmlOf = (markdown: string): string => markdownIt.render(markdown);

const escapeHtml = (text: string) => markdownIt.utils.escapeHtml(text);

/** `[@Ben](baton:person/ID)` is one thing, not a link with text. */
function withMentions(tokens: Token[]): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const [, kind, id] = target.exec(token.type === "link_open" ? (token.attrGet("href") ?? "") : "") ?? [];
    const [text, close] = [tokens[at + 1], tokens[at + 2]];
    if (kind && id && text?.type === "text" && close?.type === "link_close") {
      const mention = Object.assign(token, { type: "mention", nesting: 0, tag: "", attrs: null });
      mention.meta = { kind, id, label: text.content } satisfies Mentioned;
      found.push(mention);
      at += 2;
    } else {
      found.push(token);
    }
  }
  return found;
}

/** A list of which every item begins with a box is a task list; one of both sorts is marked as `mixed_list`. */
function markTasks(tokens: Token[]) {
  tokens.forEach((open, start) => {
    if (open.type !== "bullet_list_open") return;
    const end = tokens.findIndex(
      (one, at) => at > start && one.type === "bullet_list_close" && one.level === open.level,
    );
    const items = tokens.slice(start, end).flatMap((one, offset) => {
      if (one.type !== "list_item_open" || one.level !== open.level + 1) return [];
      const inline = tokens[start + offset + 2];
      const first = inline?.type === "inline" ? inline.children?.[0] : undefined;
      return [{ one, at: start + offset, first, found: box.exec(first?.type === "text" ? first.content : "") }];
    });
    const boxed = items.filter((item) => item.found);
    if (boxed.length === 0) return;
    if (boxed.length < items.length) {
      open.type = "mixed_list";
      return;
    }
    open.type = "task_list_open";
    const close = tokens[end];
    if (close) close.type = "task_list_close";
    for (const { one, at, first, found } of boxed) {
      one.type = "task_item_open";
      one.meta = { checked: found?.[1] !== " " };
      const itemEnd = tokens.find(
        (other, index) => index > at && other.type === "list_item_close" && other.level === one.level,
      );
      if (itemEnd) itemEnd.type = "task_item_close";
      if (first && found) first.content = first.content.slice(found[0].length);
    }
  });
}
