import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sentenceIn } from "./sentences";
import words from "./sentences.en.json";

const server = `${import.meta.dirname}/../../../../src/Baton.Server`;

test("a sentence of the server is known by its words, whatever numbers it names", () => {
  expect(sentenceIn("This may have up to 80 characters; it has 93.")).toEqual({
    key: "too-long-by",
    values: { max: "80", length: "93" },
  });
  expect(sentenceIn("That is not your password.")?.key).toBe("wrong-password");
  expect(sentenceIn("The body is not the JSON this address expects.")).toBeUndefined();
});

test("the server says each of them", () => {
  const source = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cs") && !name.includes("Migrations"))
    .map((name) => readFileSync(`${server}/${name}`, "utf8"))
    .join("\n")
    .replace(/\{[\w.]+\}/g, "{}");

  const unsaid = Object.values(words).filter((one) => !source.includes(`"${one.replace(/\{\{\w+\}\}/g, "{}")}"`));
  expect(unsaid).toEqual([]);
});
