import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { focusSoon } from "./focusSoon";

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
  document.body.innerHTML = "<button>elsewhere</button><input />";
  (document.activeElement as HTMLElement | null)?.blur?.();
});
afterEach(() => vi.unstubAllGlobals());

const draw = (count: number) => {
  for (let frame = 0; frame < count; frame++) frames.shift()?.();
};
const card = () => document.querySelector<HTMLElement>("a");
const comes = () => document.body.insertAdjacentHTML("beforeend", "<a href='/'>card</a>");

test("what is drawn late on a slow device gets the focus all the same", () => {
  focusSoon(card);
  draw(300);
  comes();
  draw(1);

  expect(document.activeElement).toBe(card());
});

test("whoever has gone on meanwhile is left where they are", () => {
  focusSoon(card);
  draw(100);
  document.querySelector("button")?.focus();
  draw(1);
  comes();
  draw(1);

  expect(document.activeElement?.tagName).toBe("BUTTON");
});

test("hands that are in a field stay there", () => {
  focusSoon(card);
  document.querySelector("input")?.focus();
  comes();
  draw(1);

  expect(document.activeElement?.tagName).toBe("INPUT");
});
