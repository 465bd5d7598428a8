import { mergeAttributes, Node } from "@tiptap/core";
import type { Mentioned } from "./markdownIt";

/** A person, task or topic in a text: one thing that is deleted as one. */
export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ kind: { default: "person" }, id: { default: "" }, label: { default: "" } }),
  parseHTML: () => [
    {
      tag: "a.mention[data-id]",
      priority: 100,
      getAttrs: (element): Mentioned => ({
        kind: /mention-(\w+)/.exec(element.className)?.[1] ?? "person",
        id: element.getAttribute("data-id") ?? "",
        label: element.textContent ?? "",
      }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes: _ }) => [
    "a",
    mergeAttributes({ class: `mention mention-${node.attrs.kind}`, "data-id": node.attrs.id }),
    node.attrs.label as string,
  ],
  renderText: ({ node }) => node.attrs.label as string,
});
