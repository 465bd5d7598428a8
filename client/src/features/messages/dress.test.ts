import { expect, test } from "vitest";
import { dress, personIdsIn, taskKeysIn } from "./dress";

const words = { task: "Task", code: "Code" };
const none = { names: {}, tasks: {} };
const mention = '<p><a class="mention mention-person" data-id="ben">@Ben Okafor</a>, look.</p>';

const textOf = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

test("a mention calls people as they are called now", () => {
  expect(personIdsIn(mention)).toEqual(["ben"]);

  const shown = textOf(dress(mention, { known: { ...none, names: { ben: "Former <member>" } }, words }));

  expect(shown.textContent).toBe("@Former <member>, look.");
});

test("somebody unknown here is called as they were when it was written", () => {
  expect(textOf(dress(mention, { known: none, words })).textContent).toBe("@Ben Okafor, look.");
});

test("the key of a task that is here leads to it, another one stays text", () => {
  const html = "<p>WEB-1, (WEB-2) and UTF-8. xWEB-1 and WEB-1-2 are none.</p>";
  expect(taskKeysIn(html)).toEqual(["UTF-8", "WEB-1", "WEB-2"]);

  const shown = textOf(dress(html, { known: { ...none, tasks: { "WEB-1": "one", "WEB-2": "two" } }, words }));

  const links = [...shown.querySelectorAll<HTMLElement>("a.mention-task")];
  expect(links.map((link) => [link.textContent, link.dataset.id, link.getAttribute("role")])).toEqual([
    ["WEB-1", "one", "button"],
    ["WEB-2", "two", "button"],
  ]);
  expect(shown.textContent).toBe("WEB-1, (WEB-2) and UTF-8. xWEB-1 and WEB-1-2 are none.");
});

test("in code and in links a key is left alone", () => {
  const html = '<p><code>WEB-1</code> <a href="https://example.org">WEB-1</a></p><pre><code>WEB-1</code></pre>';

  const shown = textOf(dress(html, { known: { ...none, tasks: { "WEB-1": "one" } }, words }));

  expect(shown.querySelector("a.mention")).toBeNull();
});
