import { expect, test } from "vitest";

const catalogues = import.meta.glob<Record<string, unknown>>("../../**/*.{en,de}.json", {
  eager: true,
  import: "default",
});

const keysOf = (value: unknown, path = ""): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

const english = Object.keys(catalogues).filter((path) => path.endsWith(".en.json"));

test.each(english)("%s says in German what it says in English", (path) => {
  const german = catalogues[path.replace(".en.json", ".de.json")];

  expect(keysOf(german).sort()).toEqual(keysOf(catalogues[path]).sort());
});
