import { createMemoryHistory } from "@tanstack/react-router";
import { expect, test } from "vitest";
import { DrawerSteps } from "./drawerSteps";

function at(...pages: string[]) {
  const history = createMemoryHistory({ initialEntries: ["/tasks"] });
  const steps = new DrawerSteps(history);
  for (const page of pages) history.push(page);
  return { history, steps };
}

test("a drawer that was opened over a page is closed by going back to it", () => {
  const { history, steps } = at("/s/1/board?filter=x", "/s/1/board?filter=x&task=a");

  expect(steps.goBack()).toBe(true);
  expect(history.location.href).toBe("/s/1/board?filter=x");
  expect(history.location.state.__TSR_index).toBe(1);
});

test("a drawer that came with its page has no way back but the page itself", () => {
  expect(at("/s/1/board?task=a").steps.goBack()).toBe(false);
});

test("a second thing in the same drawer is not what the page was left with", () => {
  expect(at("/s/1/board", "/s/1/board?task=a", "/s/1/board?task=b").steps.goBack()).toBe(false);
});

test("a page that was changed below the drawer is not changed back", () => {
  const { history, steps } = at("/s/1/board", "/s/1/board?task=a");
  history.replace("/s/1/board?filter=x&task=a");

  expect(steps.goBack()).toBe(false);
});

test("forward opens it again, and closing goes back again", () => {
  const { history, steps } = at("/s/1/board", "/s/1/board?task=a");
  steps.goBack();
  history.forward();

  expect(history.location.href).toBe("/s/1/board?task=a");
  expect(steps.goBack()).toBe(true);
});

test("a step that another way took the place of is forgotten", () => {
  const { history, steps } = at("/s/1/board", "/s/1/board?task=a");
  steps.goBack();
  history.back();
  history.push("/s/1/board?task=a");

  expect(steps.goBack()).toBe(false);
});
