import { Editor, Extension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import type { ResolvedPos } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../../kernel/api/types";
import { useReplica } from "../../../kernel/replica";
import { isFilePaste } from "../../attachments/filesIn";
import { CompletionMenu, choiceId } from "./CompletionMenu";
import { findByKey, findPeople, findThings } from "./candidates";
import { type Completion, completion } from "./completion";
import { findEmoji, loadEmoji } from "./emoji";
import { read, write } from "./markdown";
import { schema } from "./schema";
import classes from "./Writing.module.css";

export { canHold, endsHalfMarked } from "./markdown";
export { htmlOf } from "./markdownIt";
export { Tools } from "./Tools";

export interface RichFieldProps {
  spaceId: string;
  label: string;
  placeholder: string;
  initial: string;
  /** Takes the focus when it comes, with the caret at the end. */
  focused: boolean;
  onFocus: () => void;
  onChange: (markdown: string) => void;
  onSubmit: () => void;
  /** Not only with Ctrl: as its owner likes it. */
  sendsByEnter: boolean;
  onEscape: () => void;
  onAddress?: () => void;
  onFiles?: (files: File[]) => void;
  onReady: (editor: Editor) => void;
}

const taskKey = /(?:^|[\s(])([A-Z][A-Z0-9]{1,9}-\d{1,9})[\s.,;:!?)]$/;

/** Text that looks as it will be read. Markdown in, Markdown out. */
export function RichField({ spaceId, label, placeholder, initial, focused, onReady, ...on }: RichFieldProps) {
  const db = useReplica();
  const { i18n } = useTranslation();
  const menuId = useId();
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const [menu, setMenu] = useState<Completion>();
  const shown = useRef<Completion>(undefined);
  const latest = useRef({ ...on, placeholder, language: i18n.language as Language });
  latest.current = { ...on, placeholder, language: i18n.language as Language };

  // In one go with the removal of the text area, focus and all: a key pressed in between would be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what may change is read through `latest`
  useLayoutEffect(() => {
    const show = (next: Completion | undefined) => {
      shown.current = next;
      setMenu(next);
    };
    const choosing = () => (shown.current?.choices.length ?? 0) > 0;
    const keys = Extension.create({
      name: "keys",
      priority: 1000,
      addKeyboardShortcuts: () => {
        const submit = () => {
          latest.current.onSubmit();
          return true;
        };
        // In a list or in code one goes on with Enter; at an open list of names it chooses.
        const submitByEnter = () => {
          const goesOn = ["codeBlock", "listItem", "taskItem"].some((name) => editor.current?.isActive(name));
          return latest.current.sendsByEnter && !goesOn && !choosing() && submit();
        };
        const leave = () => {
          if (choosing()) return false;
          editor.current?.commands.blur();
          latest.current.onEscape();
          return true;
        };
        return Object.fromEntries([
          ["Mod-Enter", submit],
          ["Enter", submitByEnter],
          ["Escape", leave],
        ]);
      },
    });
    const sources = {
      people: (query: string) => findPeople(db, spaceId, query),
      things: (query: string) => findThings(db, spaceId, query),
      emoji: async (query: string) => findEmoji(await loadEmoji(latest.current.language), query),
    };
    const made = new Editor({
      element: box.current,
      extensions: [
        ...schema,
        keys,
        completion(sources, show),
        Placeholder.configure({ placeholder: () => latest.current.placeholder }),
      ],
      content: read(initial).toJSON(),
      injectCSS: false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          class: `${classes.text} prose`,
        },
        handleTextInput: (view, from, to, text) => {
          const address = latest.current.onAddress;
          if (!address || text !== "@" || from !== to || !endsInAt(view.state.doc.resolve(from))) return false;
          view.dispatch(view.state.tr.delete(from - 1, from));
          address();
          return true;
        },
        handlePaste: (_view, event) => {
          if (!latest.current.onFiles || !isFilePaste(event.clipboardData)) return false;
          latest.current.onFiles([...(event.clipboardData?.files ?? [])]);
          return true;
        },
        // The frame around takes dropped files.
        handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
      },
      onFocus: () => latest.current.onFocus(),
      onBlur: () => show(undefined),
      onUpdate: ({ editor: one }) => {
        latest.current.onChange(write(one.state.doc));
        void mentionTypedKey(one, (key) => findByKey(db, key));
      },
    });
    editor.current = made;
    if (focused) takeFocus(made, initial);
    onReady(made);
    return () => made.destroy();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the placeholder is read when the editor draws itself anew
  useEffect(() => {
    const made = editor.current;
    if (made && !made.isDestroyed) made.view.dispatch(made.state.tr);
  }, [placeholder]);

  useEffect(() => {
    const dom = editor.current?.isDestroyed ? undefined : editor.current?.view.dom;
    if (menu && menu.choices.length > 0) {
      dom?.setAttribute("aria-controls", menuId);
      dom?.setAttribute("aria-activedescendant", choiceId(menuId, menu.chosen));
    } else {
      dom?.removeAttribute("aria-controls");
      dom?.removeAttribute("aria-activedescendant");
    }
  }, [menu, menuId]);

  return (
    <>
      <div ref={box} />
      {menu && <CompletionMenu id={menuId} completion={menu} />}
    </>
  );
}

/**
 * At once, unlike the editor's own command, which waits for the next frame. A space typed just before it came is none in
 * Markdown, and what was bold ends where its asterisks ended.
 */
function takeFocus({ state, view }: Editor, typed: string) {
  const space = / *$/.exec(typed)?.[0] ?? "";
  view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)).insertText(space).setStoredMarks([]));
  view.focus();
}

/** A lone `@` stands before the caret. */
const endsInAt = ({ parent, parentOffset }: ResolvedPos) =>
  /(^|[\s\ufffc])@$/.test(parent.textBetween(Math.max(0, parentOffset - 2), parentOffset, "\n", "\ufffc"));

/** "WEB-142 " becomes that task, if it is still there when the replica has answered. */
async function mentionTypedKey(editor: Editor, find: (key: string) => Promise<object | undefined>) {
  const { $from, empty } = editor.state.selection;
  if (!empty || editor.isActive("codeBlock") || editor.isActive("code")) return;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 24), $from.parentOffset, "\n", "\ufffc");
  const key = taskKey.exec(before)?.[1];
  if (!key) return;
  const to = $from.pos - 1;
  const from = to - key.length;
  const task = await find(key);
  if (
    !task ||
    editor.isDestroyed ||
    editor.state.doc.textBetween(from, Math.min(to, editor.state.doc.content.size)) !== key
  )
    return;
  editor.chain().insertContentAt({ from, to }, { type: "mention", attrs: task }, { updateSelection: false }).run();
}
