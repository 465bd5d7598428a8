/** Whom a text names: a name with a question mark directly behind it asks, every other one informs. */
export interface Marks {
  asks: string[];
  informs: string[];
}

const fenced = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const inCode = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const quoted = /^ {0,3}>.*$/gm;
const mention = /\[(?:\\.|[^\]\\])*\]\(baton:person\/([0-9a-f-]{36})\)(\?)?/gi;

/** What the server will find in a Markdown text (Kernel/Text/Markup/PersonMarks.cs); the server has the last word. */
export function marksIn(body: string): Marks {
  if (!body.includes("baton:person/")) return { asks: [], informs: [] };
  const said = body.replace(fenced, "").replace(inCode, "").replace(quoted, "");
  const asks = new Set<string>();
  const informs = new Set<string>();
  for (const [, id = "", asked] of said.matchAll(mention)) (asked ? asks : informs).add(id.toLowerCase());
  return { asks: [...asks], informs: [...informs].filter((id) => !asks.has(id)) };
}

export const sameMarks = (a: Marks, b: Marks) =>
  a.asks.join() === b.asks.join() && a.informs.join() === b.informs.join();
