/** The words of every feature; those of the first screens lie in a chunk of their own. */
export const words = import.meta.glob<Record<string, unknown>>(
  ["../../features/*/*.de.json", "./{problems,sentences}.de.json", "!../../features/*/{tasks,spaces}.de.json"],
  { eager: true, import: "default" },
);
