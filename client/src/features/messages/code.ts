import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import php from "highlight.js/lib/languages/php";
import plaintext from "highlight.js/lib/languages/plaintext";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";

/** Highlighting for the editor and for what is read; a chunk of its own, loaded with the first code block. */
export const lowlight = createLowlight({
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  markdown,
  php,
  plaintext,
  python,
  ruby,
  rust,
  sql,
  swift,
  typescript,
  xml,
  yaml,
});

type Branch = ReturnType<typeof lowlight.highlight>["children"][number];

/** The nodes of a highlighted text; undefined for a language that is not known here. */
export function highlighted(text: string, language: string): DocumentFragment | undefined {
  if (!lowlight.registered(language)) return undefined;
  const fragment = document.createDocumentFragment();
  for (const one of lowlight.highlight(language, text).children) append(fragment, one);
  return fragment;
}

function append(into: Node, branch: Branch) {
  if (branch.type === "text") into.appendChild(document.createTextNode(branch.value));
  if (branch.type !== "element") return;
  const span = document.createElement("span");
  span.className = ((branch.properties.className as string[] | undefined) ?? []).join(" ");
  for (const one of branch.children) append(span, one);
  into.appendChild(span);
}
