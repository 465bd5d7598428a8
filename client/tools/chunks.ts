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
  { name: "base", test: either(firstPackages(), firstControls(), kernel()), priority: 7 },
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
  {
    name: "task",
    test: /features\/tasks\/(pick|panel|checklist|history|TaskPanel|TaskPage|board\/TaskMenus|lists\/ListMenu|labels\/PickLabels)/,
    priority: 5,
  },
  {
    name: "board",
    test: /features\/(tasks\/(Board|board\/(?!dragKit)|lists|labels|PriorityMark|(?!attachFile)\w+\.ts$)|spaces\/(space\w+|keepSpace|archiveSpace)\.ts$)/,
    priority: 4,
  },
  {
    name: "talk",
    test: /features\/(topics|attachments|messages)\/(?!.*(writing|Lightbox|EmojiPicker|code\.ts|Changes\.ts))/,
    priority: 4,
  },
  { name: "writing", test: /features\/messages\/writing\//, priority: 4 },
  { name: "settings", test: /features\/(accounts|people|spaces|sync)\/(?!.*useLostWord)/, priority: 3 },
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

function kernel() {
  return /src\/kernel\/(api|live|replica|session|ui)\/(?!.*([sS]tyles|toasts|Drawer|HintRoom|RefusedMark|\.css))/;
}

function from(...packages: string[]) {
  return new RegExp(`node_modules/(${packages.join("|")})/(?!.*\\.css)`);
}

function either(...tests: RegExp[]) {
  return new RegExp(tests.map((test) => test.source).join("|"));
}
