import { expect, test } from "vitest";
import { byOrder, keyAt, keyAtBottom, keyAtTop } from "./order";

const rows = (...keys: string[]) => keys.map((orderKey, index) => ({ id: `${index}`, orderKey }));

test("a key falls between its neighbours, at the ends and within", () => {
  expect(keyAt(rows("a0", "a1"), 1)).toBe("a0V");
  expect(keyAtTop(rows("a0"))).toBe("Zz");
  expect(keyAtBottom(rows("a0"))).toBe("a1");
  expect(keyAtTop([])).toBe("a0");
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
