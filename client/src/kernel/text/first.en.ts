/** The words of the first screens. */
export const words = import.meta.glob<Record<string, unknown>>(
  ["../../app/app.en.json", "../../features/*/{tasks,spaces}.en.json", "./kernel.en.json"],
  { eager: true, import: "default" },
);
