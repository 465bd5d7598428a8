import type { Plugin } from "vite";

/**
 * Which modules lie in one file. By what is opened together: a file for each module that two screens share would be some
 * two hundred, which open later, weigh more and are as many addresses for the server to know.
 */
export const chunks = [
  { name: "react", test: from("react", "react-dom", "scheduler"), priority: 9 },
  // Reading code needs its colours, but no editor.
  { name: "code", test: from("lowlight", "highlight.js", "devlop"), priority: 8 },
  // Editors load when somebody writes, never with the first screen. With all they stand on: a part of theirs in a
  // chunk that imports this one would not be there yet when this one begins.
  {
    name: "editor",
    test: /node_modules\/(@tiptap|prosemirror-|@blocknote|yjs|markdown-it|linkify-it|linkifyjs|orderedmap|rope-sequence|w3c-keyname|crelt|mdurl|uc\.micro|entities|punycode)/,
    priority: 8,
  },
  { name: "base", test: either(firstPackages(), firstControls()), priority: 7 },
  {
    name: "controls",
    test: from(
      "@mantine/core/esm",
      "@mantine/form",
      "@mantine/notifications",
      "react-transition-group",
      "react-number-format",
      "@floating-ui",
      "react-remove-scroll",
      "tabbable",
    ),
    priority: 5,
  },
  { name: "dates", test: from("@mantine/dates/esm", "dayjs"), priority: 5 },
];

/** What every screen stands on. */
function firstPackages() {
  return from(
    "@mantine/hooks",
    "@mantine/core/esm/core",
    "@tabler",
    "@tanstack",
    "@babel/runtime",
    "i18next",
    "react-i18next",
    "use-sync-external-store",
    "dexie",
    "dexie-react-hooks",
    "uuid",
    "clsx",
  );
}

function firstControls() {
  const names = [
    "ActionIcon",
    "Anchor",
    "Box",
    "Button",
    "Group",
    "Loader",
    "Stack",
    "Text",
    "Title",
    "Transition",
    "UnstyledButton",
  ];
  return from(...names.map((name) => `@mantine/core/esm/components/${name}`));
}

function from(...packages: string[]) {
  return new RegExp(`node_modules/(${packages.join("|")})/(?!.*\\.css)`);
}

function either(...tests: RegExp[]) {
  return new RegExp(tests.map((test) => test.source).join("|"));
}

/** Files that import each other would begin in an order nobody chose, and one of them without the other. */
export function inOrder(): Plugin {
  return {
    name: "baton-chunks-in-order",
    apply: "build",
    generateBundle(_, bundle) {
      const finished = new Set<string>();
      const visit = (name: string, path: string[]) => {
        if (path.includes(name)) throw new Error(`These files import each other: ${[...path, name].join(" → ")}`);
        const file = bundle[name];
        if (finished.has(name) || file?.type !== "chunk") return;
        for (const next of file.imports) visit(next, [...path, name]);
        finished.add(name);
      };
      for (const name of Object.keys(bundle)) visit(name, []);
    },
  };
}
