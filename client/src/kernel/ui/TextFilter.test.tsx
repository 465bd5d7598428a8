import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TextFilter } from "./TextFilter";

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test("what is typed stays when the address follows late, and what the address says by itself is taken", () => {
  const told: string[] = [];
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const address = (value: string) =>
    act(() => root.render(<TextFilter label="Filter" value={value} onChange={(text) => told.push(text)} />));
  address("");
  const field = place.querySelector("input") as HTMLInputElement;
  const type = (text: string) =>
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      vi.advanceTimersByTime(500);
    });

  type("press");
  type("pressing");
  address("press");
  expect(field.value).toBe("pressing");
  address("pressing");
  expect(field.value).toBe("pressing");

  address("");
  expect(field.value).toBe("");
  expect(told).toEqual(["press", "pressing"]);
});

test("the address is written once the hand rests", () => {
  const told: string[] = [];
  const place = document.body.appendChild(document.createElement("div"));
  act(() => createRoot(place).render(<TextFilter label="Filter" value="" onChange={(text) => told.push(text)} />));
  const field = place.querySelector("input") as HTMLInputElement;
  for (const text of ["p", "pr", "press "]) {
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      vi.advanceTimersByTime(50);
    });
    expect(field.value).toBe(text);
  }
  expect(told).toEqual([]);
  act(() => void vi.advanceTimersByTime(500));
  expect(told).toEqual(["press"]);
});
