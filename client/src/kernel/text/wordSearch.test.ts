import { expect, test } from "vitest";
import { everyBegins, rarest, wordsOf } from "./wordSearch";

const finds = (typed: string, name: string) => everyBegins(wordsOf(typed), wordsOf(name));

test("each word begins one of the name's, in any order", () => {
  expect(finds("spa ne", "New space")).toBe(true);
  expect(finds("pace", "New space")).toBe(false);
  expect(finds("new board", "New space")).toBe(false);
});

test("accents and capitals make no difference, and nothing typed finds everything", () => {
  expect(finds("JOSE", "José Ávila")).toBe(true);
  expect(finds("ávi", "jose avila")).toBe(true);
  expect(finds(" -", "anything")).toBe(true);
});

test("the index is asked for the longest word", () => {
  expect(rarest(["a", "sign", "in"])).toBe("sign");
  expect(rarest([])).toBeUndefined();
});
