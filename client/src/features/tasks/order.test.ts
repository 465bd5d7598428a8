import { expect, test } from "vitest";
import vectors from "../../kernel/text/orderKeys.vectors.json";
import { byOrder, keyAt, keyAtBottom, keyAtTop } from "./order";

const rows = (...keys: string[]) => keys.map((orderKey, index) => ({ id: `${index}`, orderKey }));

test("a key falls between its neighbours, at the ends and within", () => {
  expect(keyAt(rows("a0", "a1"), 1)).toBe("a0V");
  expect(keyAtTop(rows("a0"))).toBe("Zz");
  expect(keyAtBottom(rows("a0"))).toBe("a1");
  expect(keyAtTop([])).toBe("a0");
});

test("keys are those that the server makes", () => {
  for (const [before, after, expected] of vectors.between as [string | null, string | null, string][]) {
    const neighbours = rows(...[before, after].filter((key) => key !== null));
    expect(keyAt(neighbours, before === null ? 0 : 1)).toBe(expected);
  }
});

test("between equal keys it goes behind the last of them", () => {
  expect(keyAt(rows("a0", "a0", "a1"), 1)).toBe("a0V");
  expect(keyAt(rows("a0", "a0"), 1)).toBe("a1");
});

test("order is that of code units, then of ids", () => {
  const mixed = [
    { id: "b", orderKey: "a0" },
    { id: "a", orderKey: "a0" },
    { id: "c", orderKey: "Zz" },
    { id: "d", orderKey: "a0V" },
  ];
  expect(mixed.sort(byOrder).map((row) => row.id)).toEqual(["c", "a", "b", "d"]);
});
