const kept = new Map<string, string>();
const most = 400;

export interface Dressing {
  /** Whether the day's colours of code are wanted: the chunk may not be here yet. */
  highlight?: (text: string, language: string) => DocumentFragment | undefined;
  words: { task: string; code: string };
}

/**
 * What the server rendered, made usable: mentions take the focus, boxes of task lists have a name, code can be scrolled
 * by key and has its colours. It adds attributes and spans only; the server has cleaned the HTML.
 */
export function dress(html: string, { highlight, words }: Dressing): string {
  if (!/<a class="mention|<input|<pre|<table/.test(html)) return html;
  const key = `${highlight ? "+" : "-"}${words.code}${html}`;
  const known = kept.get(key);
  if (known !== undefined) return known;

  const page = new DOMParser().parseFromString(html, "text/html");
  for (const mention of page.querySelectorAll("a.mention")) {
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
