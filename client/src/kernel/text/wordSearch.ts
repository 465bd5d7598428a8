/** Lower-case words without accents, for prefix search by index. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 24);
}

/** Whether each typed word begins one of those held, in any order: "ne spa" finds "New space", "pace" does not. */
export const everyBegins = (typed: string[], held: string[]) =>
  typed.every((word) => held.some((one) => one.startsWith(word)));

/** The word to ask an index for: the longest narrows the most. */
export const rarest = (words: string[]): string | undefined => [...words].sort((a, b) => b.length - a.length)[0];
