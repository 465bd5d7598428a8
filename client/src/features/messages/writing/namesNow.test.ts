import { expect, test } from "vitest";
import { read, write } from "./markdown";
import { withNames } from "./namesNow";

const [gus, ben] = ["0193a000-0000-7000-8000-000000000001", "0193a000-0000-7000-8000-000000000002"];
const text = `Ask [@Gus \\[sales\\]](baton:person/${gus}) or [@Ben](baton:person/${ben}), see [@the page](https://example.org)`;

test("an old text calls people as they are called now", () => {
  const names = new Map([[gus, "Former member"]]);
  expect(withNames(text, names)).toBe(
    `Ask [@Former member](baton:person/${gus}) or [@Ben](baton:person/${ben}), see [@the page](https://example.org)`,
  );
});

test("a name of signs stays one name", () => {
  const label = "B*e*n [x] `y`";
  const now = withNames(text, new Map([[ben, label]]));
  expect(write(read(now))).toBe(write(read(now)));
  const mentions: string[] = [];
  read(now).descendants((node) => void (node.type.name === "mention" && mentions.push(node.attrs.label)));
  expect(mentions).toContain(`@${label}`);
});
