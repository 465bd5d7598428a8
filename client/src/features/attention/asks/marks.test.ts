import { expect, test } from "vitest";
import { marksIn } from "./marks";

const [ben, mei] = ["01a2098f-b7f3-78cd-afeb-000000000001", "01a2098f-b7f3-78cd-afeb-000000000002"];
const name = (id: string, label = "@Ben") => `[${label}](baton:person/${id})`;

test("a question mark at the name asks, a name alone informs", () => {
  expect(marksIn(`${name(ben)}? And ${name(mei)}, for you to know.`)).toEqual({ asks: [ben], informs: [mei] });
  expect(marksIn(`Do you know, ${name(ben)} ?`)).toEqual({ asks: [], informs: [ben] });
});

test("who is asked once is asked, however often they are named", () => {
  expect(marksIn(`${name(ben)} said so. ${name(ben)}? ${name(ben)}`)).toEqual({ asks: [ben], informs: [] });
});

test("code and somebody else's words name nobody", () => {
  expect(marksIn(`> ${name(ben)}? he said\n\n\`${name(ben)}?\`\n\n\`\`\`\n${name(mei)}?\n\`\`\`\nSo it is.`)).toEqual({
    asks: [],
    informs: [],
  });
});

test("a name may hold what Markdown writes with a stroke", () => {
  expect(marksIn(`${name(ben, "@Ben \\[ops\\]")}?`)).toEqual({ asks: [ben], informs: [] });
});

test("a task that is named is no person", () => {
  expect(marksIn(`[WEB-1](baton:task/${ben})?`)).toEqual({ asks: [], informs: [] });
});
