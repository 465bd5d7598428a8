/** The words of the first screens. */
export const words = import.meta.glob<Record<string, unknown>>(
  ["../../app/app.de.json", "../../features/*/{tasks,spaces}.de.json", "./kernel.de.json"],
  { eager: true, import: "default" },
);
