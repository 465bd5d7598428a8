import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { useDay } from "./useDay";

const Day = () => <p>{useDay()}</p>;

afterEach(() => vi.useRealTimers());

test("a tab that was open over midnight looks again when it is seen", () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date("2026-11-23T12:00:00"));
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const place = document.createElement("div");
  const root = createRoot(place);
  act(() => root.render(<Day />));
  const before = place.textContent;

  // Not the day on which this runs: the hook knows that one from before the clock stood still.
  vi.setSystemTime(new Date("2001-11-24T08:00:00"));
  act(() => void document.dispatchEvent(new Event("visibilitychange")));

  expect(place.textContent).not.toBe(before);
  act(() => root.unmount());
});
