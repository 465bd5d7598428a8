import type { Editor } from "@tiptap/core";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { plainHtml } from "../../../kernel/text/plainHtml";
import { DropHere } from "../../attachments/DropHere";
import { isFilePaste } from "../../attachments/filesIn";
import { useFileDrop } from "../../attachments/useFileDrop";
import { EmojiButton } from "../EmojiButton";
import { useRichText } from "./useRichText";
import "../prose.css";
import classes from "./Writing.module.css";

/** What was written: Markdown, and how it looks until the server has rendered it. */
export interface Written {
  body: string;
  html: string;
}

export interface WritingHandle {
  focus: () => void;
  /** Empties it in the same tick: the next key is the first of the next text. */
  clear: () => void;
  read: () => Written;
  /** Puts back what was taken out, before what was written since. */
  restore: (body: string) => void;
}

export interface WritingProps {
  spaceId: string;
  /** Names the field for a screen reader. */
  label: string;
  placeholder: string;
  /** Markdown to begin with; later changes of it are not looked at. */
  initial?: string;
  /** Open from the start and with the focus, as when a message is edited in place. */
  focused?: boolean;
  /** Open from the start: a form's field rather than a line that waits. */
  open?: boolean;
  ref?: Ref<WritingHandle>;
  onChange?: (body: string) => void;
  onSubmit: () => void;
  /** Enter alone submits too: where one writes messages, for those who like it so. */
  sendsByEnter?: boolean;
  onEscape?: () => void;
  /** `@@` was typed, which is not kept: who is to see it? */
  onAddress?: () => void;
  onFiles?: (files: File[]) => void;
  /** Above the text: a quote. */
  above?: ReactNode;
  /** Between the text and the buttons: attachments. */
  below?: ReactNode;
  /** Beside the formats, and at the right end. */
  extras?: ReactNode;
  actions?: ReactNode;
}

/**
 * A field for Markdown. It is a plain text area at first; as soon as somebody writes, the editor comes and takes the
 * text over. Where the editor would lose something (a table), the text area stays.
 */
export function Writing({
  ref,
  spaceId,
  label,
  placeholder,
  initial = "",
  focused = false,
  open = false,
  ...rest
}: WritingProps) {
  const { t } = useTranslation("messages");
  const { onChange, onSubmit, onEscape, onAddress, onFiles, sendsByEnter = false } = rest;
  const [used, setUsed] = useState(open || focused || initial !== "");
  const [body, setBody] = useState(initial);
  // What is written by now; the state is there only after the next rendering, which a quick hand overtakes.
  const written = useRef(initial);
  const [restored, setRestored] = useState(0);
  const [editor, setEditor] = useState<Editor>();
  const made = useRef<Editor>(undefined);
  const [composing, setComposing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const hadFocus = useRef(focused);
  const rich = useRichText(used);
  // Decided once: a field that changed under the hands while one deletes a table would be no help.
  const holds = useRef<boolean>(undefined);
  const drop = useFileDrop((files) => onFiles?.(files), onFiles !== undefined);

  const change = (next: string) => {
    written.current = next;
    setBody(next);
    onChange?.(next);
  };
  // An input method would lose what it is composing when the field is exchanged, and so would a hand in the middle of a mark.
  if (rich && !composing && !rich.endsHalfMarked(body)) holds.current ??= rich.canHold(body);
  const shown = holds.current === true;
  // Asked in the very drawing that exchanges the field: nothing is drawn when the focus comes to a field that is open already.
  if (area.current) hadFocus.current = document.activeElement === area.current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }, [body, shown, used]);

  // What is written may grow; its buttons stay in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the text has changed
  useEffect(() => {
    if (used && box.current?.contains(document.activeElement)) bar.current?.scrollIntoView?.({ block: "nearest" });
  }, [body, used]);

  useEffect(() => {
    const field = focused ? area.current : null;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [focused]);

  useImperativeHandle(ref, () => ({
    focus: () => {
      setUsed(true);
      const present = made.current;
      if (present && !present.isDestroyed) present.commands.focus("end");
      else area.current?.focus();
    },
    clear: () => {
      change("");
      if (editor && !editor.isDestroyed) return editor.commands.clearContent();
      holds.current = undefined;
      area.current?.focus();
    },
    read: () => {
      const body = written.current.trim();
      return { body, html: rich ? rich.htmlOf(body) : plainHtml(body) };
    },
    restore: (taken) => {
      change([taken, written.current.trim()].filter(Boolean).join("\n\n"));
      setRestored((times) => times + 1);
    },
  }));

  const handleEscape = () => {
    // The keyboard goes on where this field stands: in the drawer, on the message, on the page.
    box.current?.closest<HTMLElement>("[tabindex='-1'], [data-message]")?.focus({ preventScroll: true });
    if (written.current.trim() === "" && !open) setUsed(open || focused);
    onEscape?.();
  };
  const handleKey = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || (sendsByEnter && !event.shiftKey))) {
      event.preventDefault();
      onSubmit();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.currentTarget.blur();
      handleEscape();
    }
  };
  const handleType = (text: string) => {
    const before = onAddress && text.length > body.length ? withoutAddress(text) : undefined;
    change(before ?? text);
    if (before !== undefined) onAddress?.();
  };
  const handlePaste = (event: React.ClipboardEvent) => {
    if (!onFiles || !isFilePaste(event.clipboardData)) return;
    event.preventDefault();
    onFiles([...event.clipboardData.files]);
  };
  const insert = (text: string) => {
    if (editor && !editor.isDestroyed) editor.chain().focus().insertContent(text).run();
    else change(written.current + text);
  };

  return (
    <div ref={box} className={classes.box} data-used={used || undefined} {...drop.handlers}>
      {rest.above}
      {shown && rich ? (
        <rich.RichField
          key={restored}
          spaceId={spaceId}
          label={label}
          placeholder={placeholder}
          initial={body}
          focused={hadFocus.current}
          onFocus={() => setUsed(true)}
          onChange={change}
          onSubmit={onSubmit}
          sendsByEnter={sendsByEnter}
          onEscape={handleEscape}
          onAddress={onAddress}
          onFiles={onFiles}
          onReady={(editor) => {
            made.current = editor;
            setEditor(editor);
          }}
        />
      ) : (
        <textarea
          ref={area}
          rows={1}
          className={classes.text}
          aria-label={label}
          placeholder={placeholder}
          value={body}
          onChange={(event) => handleType(event.currentTarget.value)}
          onFocus={() => setUsed(true)}
          onKeyDown={handleKey}
          onPaste={handlePaste}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
      )}
      {rest.below}
      {used && (
        <div ref={bar} className={classes.bar}>
          {shown && rich && editor && <rich.Tools editor={editor} />}
          {holds.current === false && <span className={classes.note}>{t("write.asMarkdown")}</span>}
          <span className={classes.extras}>
            <EmojiButton label={t("write.emoji")} onPick={insert} />
            {rest.extras}
          </span>
          <span className={classes.actions}>{rest.actions}</span>
        </div>
      )}
      {drop.over && <DropHere />}
    </div>
  );
}

/** The text without the `@@` that was typed at its end; undefined: there is none. */
const withoutAddress = (text: string) => (/(^|\s)@@$/.test(text) ? text.slice(0, -2) : undefined);
