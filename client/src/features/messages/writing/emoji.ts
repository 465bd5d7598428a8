import type { Language } from "../../../kernel/api/types";

/** One emoji with what people call it, in their language and in short codes. */
export interface EmojiEntry {
  emoji: string;
  category: number;
  label: string;
  version: number;
  tags: string[];
  aliases: string[];
}

export interface EmojiSet {
  locale: string;
  emojis: EmojiEntry[];
  categories: { index: number; label: string }[];
  skinTones: Record<"light" | "medium-light" | "medium" | "medium-dark" | "dark", string>;
}

interface Raw {
  emoji: string;
  hexcode: string;
  label: string;
  group?: number;
  version: number;
  tags?: string[];
}

// Newer ones are empty boxes on systems that are two years old; the second group holds skin tones alone.
const [newestKnown, components] = [15, 2];
const sets = new Map<Language, Promise<EmojiSet>>();

/** All emoji of a language, from our own server; a chunk that only those load who look for one. */
export function loadEmoji(language: Language): Promise<EmojiSet> {
  const set = sets.get(language) ?? read(language);
  sets.set(language, set);
  return set;
}

/** Those whose short code or name begins with the query, best first. */
export function findEmoji({ emojis }: EmojiSet, query: string, count = 8): EmojiEntry[] {
  const wanted = query.toLowerCase();
  const rated = emojis.flatMap((one) => {
    const rank = rankOf(one, wanted);
    return rank === undefined ? [] : [{ one, rank }];
  });
  return rated
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ one }) => one);
}

function rankOf({ label, tags, aliases }: EmojiEntry, wanted: string): number | undefined {
  if (aliases.includes(wanted)) return 0;
  if (aliases.some((alias) => alias.startsWith(wanted))) return 1;
  if (label.toLowerCase().startsWith(wanted)) return 2;
  if (tags.some((tag) => tag.toLowerCase().startsWith(wanted))) return 3;
  return label.toLowerCase().includes(wanted) ? 4 : undefined;
}

async function read(language: Language): Promise<EmojiSet> {
  const [data, messages, codes] = await Promise.all(
    language === "de"
      ? [
          import("emojibase-data/de/data.json"),
          import("emojibase-data/de/messages.json"),
          import("emojibase-data/en/shortcodes/github.json"),
        ]
      : [
          import("emojibase-data/en/data.json"),
          import("emojibase-data/en/messages.json"),
          import("emojibase-data/en/shortcodes/github.json"),
        ],
  );
  const short = codes.default as Record<string, string | string[]>;
  const { groups, skinTones } = messages.default as {
    groups: { message: string; order: number }[];
    skinTones: { key: keyof EmojiSet["skinTones"]; message: string }[];
  };
  const usable = (data.default as Raw[]).filter(
    (one) => one.group !== undefined && one.group !== components && one.version <= newestKnown,
  );
  return {
    locale: language,
    emojis: usable.map(({ emoji, hexcode, label, group = 0, version, tags = [] }) => ({
      emoji,
      category: group,
      label,
      version,
      tags,
      aliases: [short[hexcode] ?? []].flat(),
    })),
    categories: groups
      .filter(({ order }) => order !== components)
      .map(({ message, order }) => ({ index: order, label: message })),
    skinTones: Object.fromEntries(skinTones.map(({ key, message }) => [key, message])) as EmojiSet["skinTones"],
  };
}
