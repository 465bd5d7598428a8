import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newId } from "../replica";
import { hueOf, isFull } from "./Face";

const css = readFileSync(`${import.meta.dirname}/base.css`, "utf8");

test("people who joined in the same second look different", () => {
  const looks = new Map<string, number>();
  for (let made = 0; made < 1800; made++) {
    const id = newId();
    const look = `${hueOf(id)} ${isFull(id)}`;
    looks.set(look, (looks.get(look) ?? 0) + 1);
  }
  expect(looks.size).toBe(18);
  expect(Math.max(...looks.values())).toBeLessThan(160);
  expect(Math.min(...looks.values())).toBeGreaterThan(50);
});

const pairs = [...css.matchAll(/\[data-hue="(\w+)"\] \{\s*--hue-soft: (#\w{6});\s*--hue-text: (#\w{6});/g)];

test("initials can be read in every hue of both themes, either way round", () => {
  expect(pairs).toHaveLength(20);
  const poor = pairs.filter(([, , soft, text]) => contrast(soft ?? "", text ?? "") < 4.5).map(([all]) => all);
  expect(poor).toEqual([]);
});

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
