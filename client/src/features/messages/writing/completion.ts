import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { Candidate } from "./candidates";
import type { EmojiEntry } from "./emoji";

export type Choice = { type: "mention"; mention: Candidate } | { type: "emoji"; emoji: EmojiEntry };

/** What the menu at the caret shows. */
export interface Completion {
  choices: Choice[];
  chosen: number;
  caret: DOMRect | null;
  take: (choice: Choice) => void;
}

export interface Sources {
  people: (query: string) => Promise<Candidate[]>;
  things: (query: string) => Promise<Candidate[]>;
  emoji: (query: string) => Promise<EmojiEntry[]>;
}

type Show = (menu: Completion | undefined) => void;

const mentions = (found: Candidate[]): Choice[] => found.map((mention) => ({ type: "mention", mention }));

/** What stands directly behind a name. */
const closes = /^[\s.,;:!?)\]…]/;

const textAfter = ({ state }: Editor, at: number) =>
  state.doc.textBetween(at, Math.min(at + 1, state.doc.resolve(at).end()), "\n", "\ufffc");

/** Completion at the caret: @ for people, # for tasks and topics, : for emoji. */
export const completion = (sources: Sources, show: Show) =>
  Extension.create({
    name: "completion",
    addProseMirrorPlugins() {
      const by = (char: string, find: (query: string) => Promise<Choice[]>, shortest = 0) =>
        Suggestion<Choice, Choice>({
          editor: this.editor,
          pluginKey: new PluginKey(`completion${char}`),
          char,
          allowedPrefixes: [" ", "(", "\u00a0"],
          items: ({ query }) => (query.length < shortest ? [] : find(query)),
          allow: ({ editor }) => !editor.isActive("codeBlock") && !editor.isActive("code"),
          command: ({ editor, range, props }) => {
            const content =
              props.type === "emoji"
                ? [{ type: "text", text: `${props.emoji.emoji} ` }]
                : [
                    { type: "mention", attrs: { ...props.mention } },
                    ...(closes.test(textAfter(editor, range.to)) ? [] : [{ type: "text", text: " " }]),
                  ];
            editor.chain().focus().insertContentAt(range, content).run();
          },
          render: () => menuAt(show),
        });
      return [
        spaceGivesWay,
        by("@", async (query) => mentions(await sources.people(query))),
        by("#", async (query) => mentions(await sources.things(query))),
        by(":", async (query) => (await sources.emoji(query)).map((emoji) => ({ type: "emoji", emoji })), 2),
      ];
    },
  });

/** "@Ben ." was never meant: the space that came with a mention goes when a punctuation mark follows. */
const spaceGivesWay = new Plugin({
  props: {
    handleTextInput(view, from, to, text) {
      if (from !== to || text.length !== 1 || !closes.test(text) || /\s/.test(text)) return false;
      const { parentOffset, parent } = view.state.doc.resolve(from);
      if (parentOffset < 2 || parent.textBetween(parentOffset - 2, parentOffset, "", "\ufffc") !== "\ufffc ")
        return false;
      if (parent.childBefore(parentOffset - 1).node?.type.name !== "mention") return false;
      view.dispatch(view.state.tr.insertText(text, from - 1, to));
      return true;
    },
  },
});

/** Letter by letter, as the keyboard would: whoever listens to what is typed has a say. */
function typeInto(view: EditorView, text: string) {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert());
  }
}

const chooses = ({ key, metaKey, ctrlKey }: KeyboardEvent) =>
  (key === "Enter" || key === "Tab") && !metaKey && !ctrlKey;

/** Tells the menu what to show; the keys that choose come from the text. A key pressed before the choices have come waits for them. */
function menuAt(show: Show) {
  let present: Completion | undefined;
  let looking = false;
  let hurried: KeyboardEvent | undefined;
  let typedSince = "";
  let take: (choice: Choice) => void = () => {};
  const become = (next: Completion | undefined) => {
    present = next;
    show(next);
  };
  const update = (props: SuggestionProps<Choice, Choice>) => {
    looking = props.loading;
    take = props.command;
    if (looking) return;
    const same = present?.choices.length === props.items.length ? (present?.chosen ?? 0) : 0;
    // What is clicked takes the place of all that stands there by then.
    become({ choices: props.items, chosen: same, caret: props.clientRect?.() ?? null, take: (choice) => take(choice) });
    const [key, since, { view }] = [hurried, typedSince, props.editor];
    [hurried, typedSince] = [undefined, ""];
    if (key) view.someProp("handleKeyDown", (handle) => handle(view, key));
    typeInto(view, since);
  };
  return {
    onStart: update,
    onUpdate: update,
    onExit: ({ editor: { view } }: SuggestionProps<Choice, Choice>) => {
      const since = typedSince;
      [looking, hurried, typedSince] = [false, undefined, ""];
      // What was typed meanwhile stays, though nothing was chosen. Not in the midst of the step that ended it.
      if (since) setTimeout(() => view.isDestroyed || typeInto(view, since));
      become(undefined);
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }): boolean => {
      if (looking && chooses(event)) {
        hurried = event;
        return true;
      }
      // What follows the choice is typed once it is made.
      if (hurried && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.isComposing) {
        typedSince += event.key;
        return true;
      }
      if (!present || present.choices.length === 0) return false;
      const { choices, chosen } = present;
      if (event.key === "Escape") {
        become(undefined);
        event.stopPropagation();
        return true;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const by = event.key === "ArrowDown" ? 1 : -1;
        become({ ...present, chosen: (chosen + by + choices.length) % choices.length });
        return true;
      }
      const choice = choices[chosen];
      if (choice && chooses(event)) {
        take(choice);
        return true;
      }
      return false;
    },
  };
}
