import type { Extensions } from "@tiptap/core";
import { CodeBlockLowlight } from "@tiptap/extension-code-block-lowlight";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import StarterKit from "@tiptap/starter-kit";
import { lowlight } from "../code";
import { Mention } from "./Mention";

/** What a message may hold. Headings and tables may stand in one that came by the API; such a one is edited as Markdown. */
export const schema: Extensions = [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    underline: false,
    codeBlock: false,
    trailingNode: { notAfter: ["paragraph", "bulletList", "orderedList", "taskList"] },
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      HTMLAttributes: { rel: "nofollow noopener", target: "_blank" },
    },
  }),
  TaskList,
  TaskItem.configure({ nested: true }),
  CodeBlockLowlight.configure({ lowlight, defaultLanguage: "plaintext", HTMLAttributes: { spellcheck: "false" } }),
  Mention,
];
