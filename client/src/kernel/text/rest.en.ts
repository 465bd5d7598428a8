/** The words of every feature; those of the first screens lie in a chunk of their own. */
export const words = import.meta.glob<Record<string, unknown>>(
  ["../../features/*/*.en.json", "./{problems,sentences}.en.json", "!../../features/*/{tasks,spaces}.en.json"],
  { eager: true, import: "default" },
);
