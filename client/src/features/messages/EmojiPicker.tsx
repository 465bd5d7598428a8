import { type EmojiPickerListComponents, EmojiPicker as Picker } from "frimousse";
import type { AriaAttributes } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../kernel/api/types";
import classes from "./EmojiPicker.module.css";
import { loadEmoji } from "./writing/emoji";

// The library counts from 0, ARIA from 1.
const fromOne = <P extends AriaAttributes>(props: P, index: "aria-rowindex" | "aria-colindex"): P => ({
  ...props,
  [index]: (props[index] ?? 0) + 1,
});

const parts: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className={classes.category}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div {...fromOne(props, "aria-rowindex")} className={classes.row}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button
      type="button"
      {...fromOne(props, "aria-colindex")}
      className={classes.emoji}
      data-active={emoji.isActive || undefined}
    >
      {emoji.emoji}
    </button>
  ),
};

/** All emoji, searched in the person's language. The data come from our own server. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useTranslation("messages");
  return (
    <Picker.Root
      className={classes.root}
      columns={8}
      locale={i18n.language}
      resolveEmojiData={() => loadEmoji(i18n.language as Language)}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Picker.Search
        className={classes.search}
        placeholder={t("emoji.search")}
        aria-label={t("emoji.search")}
        // Escape closes the picker, not the dialog that it was opened from.
        data-mantine-stop-propagation
        autoFocus
      />
      <Picker.Viewport className={classes.view}>
        <Picker.Empty className={classes.empty}>{t("emoji.none")}</Picker.Empty>
        <Picker.List className={classes.list} components={parts} />
      </Picker.Viewport>
    </Picker.Root>
  );
}
