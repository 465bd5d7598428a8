import { expect, test } from "vitest";
import type { GlassPreview } from "../../../kernel/api/types";
import { glassWords } from "./glassWords";

const preview: GlassPreview = {
  personId: "ben",
  offUntil: "tomorrow 09:00",
  dutyFirstId: null,
  isFree: false,
  allowance: { limit: 1, left: 1, nextAt: null },
  receiverSpent: false,
  receiverNextAt: null,
  isGuest: false,
  isTold: true,
};

const words = (more: Partial<GlassPreview>) =>
  glassWords(
    { ...preview, ...more },
    ["Ben", "Ada"],
    ((key: string, values: object = {}) => [key, ...Object.values(values)].join(" ")) as never,
    (at) => at,
  ).join(". ");

test("names the price and until when they are off", () => {
  expect(words({})).toBe("glass.yourOne. glass.off Ben tomorrow 09:00");
  expect(words({ offUntil: null, allowance: { limit: 3, left: 2, nextAt: null } })).toBe(
    "glass.oneOf 2. glass.atWork Ben",
  );
});

test("says whom it does not reach, and of whom nobody knows whether they look", () => {
  expect(words({ isGuest: true })).toBe("glass.guest Ben");
  expect(words({ isTold: false })).toBe("glass.yourOne. glass.off Ben tomorrow 09:00. glass.untold Ben");
});

test("says who is to be asked first, and that they cost nothing", () => {
  expect(words({ dutyFirstId: "ada" })).toBe("glass.dutyFirst Ben Ada");
  expect(words({ isFree: true })).toBe("glass.free Ben");
});

test("says when there is some again", () => {
  expect(words({ allowance: { limit: 1, left: 0, nextAt: "1 December" } })).toBe("glass.spent. glass.again 1 December");
  expect(words({ receiverSpent: true })).toBe("glass.receiverSpent Ben. glass.never");
});
