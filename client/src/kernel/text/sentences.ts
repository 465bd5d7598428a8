import english from "./sentences.en.json";

export type SentenceKey = keyof typeof english;

const forms = Object.entries(english).map(([key, words]) => ({ key: key as SentenceKey, form: formOf(words) }));

/** Which of the server's sentences about a field this is, and what it names; undefined for one that has no words here. */
export function sentenceIn(text: string): { key: SentenceKey; values: Record<string, string> } | undefined {
  for (const { key, form } of forms) {
    const found = form.exec(text);
    if (found) return { key, values: { ...found.groups } };
  }
  return undefined;
}

function formOf(words: string): RegExp {
  const parts = words.split(/\{\{(\w+)\}\}/);
  return new RegExp(`^${parts.map((part, index) => (index % 2 ? `(?<${part}>\\d+)` : literal(part))).join("")}$`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
