const kept = new Map<string, string>();
const most = 400;
const nobody: Known = { names: {}, tasks: {} };
const taskKey = /(?<![\w/-])[A-Z][A-Z0-9]{1,9}-\d{1,9}(?![\w-])/g;

/** What this device knows of those that a text speaks of. */
export interface Known {
  /** What people are called now, by id. */
  names: Record<string, string>;
  /** The ids of tasks that the reader can see, by key. */
  tasks: Record<string, string>;
}

export interface Dressing {
  /** Whether the day's colours of code are wanted: the chunk may not be here yet. */
  highlight?: (text: string, language: string) => DocumentFragment | undefined;
  known?: Known;
  words: { task: string; code: string };
}

/**
 * What the server rendered, made usable: mentions take the focus and call people as they are called now, keys of tasks
 * that the reader can see lead there, boxes of task lists have a name, code can be scrolled
 * by key and has its colours. It adds attributes, spans and mentions only; the server has cleaned the HTML.
 */
export function dress(html: string, { highlight, known: { names, tasks } = nobody, words }: Dressing): string {
  const linked = Object.keys(tasks).length > 0;
  if (!linked && !/<a class="mention|<input|<pre|<table/.test(html)) return html;
  const key = `${highlight ? "+" : "-"}${words.code}${JSON.stringify([names, tasks])}${html}`;
  const known = kept.get(key);
  if (known !== undefined) return known;

  const page = new DOMParser().parseFromString(html, "text/html");
  if (linked) linkTaskKeys(page.body, tasks);
  for (const mention of page.querySelectorAll<HTMLElement>("a.mention")) {
    const name = names[mention.dataset.id ?? ""];
    if (name) mention.textContent = `@${name}`;
    mention.setAttribute("role", "button");
    mention.setAttribute("tabindex", "0");
  }
  for (const box of page.querySelectorAll("input[type=checkbox]")) {
    box.setAttribute("aria-label", box.parentElement?.textContent?.trim().slice(0, 80) || words.task);
  }
  for (const block of page.querySelectorAll("pre")) {
    block.setAttribute("tabindex", "0");
    block.setAttribute("role", "group");
    block.setAttribute("aria-label", words.code);
  }
  for (const table of page.querySelectorAll("table")) {
    const frame = page.createElement("div");
    frame.className = "table";
    frame.setAttribute("tabindex", "0");
    table.replaceWith(frame);
    frame.append(table);
  }
  if (highlight) {
    for (const code of page.querySelectorAll("pre > code[class*=language-]")) {
      const language = /language-([\w+#-]+)/.exec(code.className)?.[1] ?? "";
      const coloured = highlight(code.textContent ?? "", language);
      if (coloured) code.replaceChildren(coloured);
    }
  }
  const dressed = page.body.innerHTML;
  if (kept.size > most) kept.clear();
  kept.set(key, dressed);
  return dressed;
}

export const hasCode = (html: string) => html.includes('class="language-');

export const personIdsIn = (html: string) =>
  unique([...html.matchAll(/class="mention mention-person" data-id="([^"]+)"/g)].map((found) => found[1] ?? ""));

/** What looks like the key of a task; only the replica knows which is one. */
export const taskKeysIn = (html: string) => unique(html.match(taskKey) ?? []);

const unique = (all: string[]) => [...new Set(all)].sort();

/** In the words, not in code nor within a link. */
function linkTaskKeys(body: HTMLElement, tasks: Record<string, string>) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter((one) => !one.parentElement?.closest("a, code, pre"))) {
    const parts: (string | Node)[] = [];
    let rest = 0;
    for (const found of text.data.matchAll(taskKey)) {
      const id = tasks[found[0]];
      if (!id) continue;
      const link = Object.assign(body.ownerDocument.createElement("a"), { className: "mention mention-task" });
      link.dataset.id = id;
      link.textContent = found[0];
      parts.push(text.data.slice(rest, found.index), link);
      rest = found.index + found[0].length;
    }
    if (rest > 0) text.replaceWith(...parts, text.data.slice(rest));
  }
}
