import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import words from "./problems.en.json";

/** `AppException.Conflict("topic-closed", …)` and its like, over line ends. */
const thrown = /AppException\.(Unauthorized|Forbidden|Conflict)\(\s*"([a-z-]+)"/g;
const server = `${import.meta.dirname}/../../../../src/Baton.Server`;

/** What no screen shows: the first is asked of another site, the others have places of their own. */
const elsewhere = ["cross-site", "successor-needed"];

test("every refusal of the server has words in each language", () => {
  const codes = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cs") && !name.includes("Migrations"))
    .flatMap((name) => [...readFileSync(`${server}/${name}`, "utf8").matchAll(thrown)].map((found) => found[2]));

  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].filter((code) => !elsewhere.includes(code ?? "") && !(code && code in words))).toEqual([]);
});
