import { Portal } from "@mantine/core";
import { IconChecklist, IconMessages } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Face } from "../../../kernel/ui";
import classes from "./CompletionMenu.module.css";
import type { Choice, Completion } from "./completion";

const rowHeight = 36;

export const choiceId = (menuId: string, index: number) => `${menuId}-${index}`;

/** The list at the caret: above it where there is no room below. The text keeps the focus. */
export function CompletionMenu({ id, completion }: { id: string; completion: Completion }) {
  const { t } = useTranslation("messages");
  const { choices, chosen, caret, take } = completion;
  if (choices.length === 0 || !caret) return null;
  const height = choices.length * rowHeight + 12;
  const above = caret.bottom + height + 120 > window.innerHeight && caret.top > height + 8;
  const style = {
    left: Math.max(8, Math.min(caret.left, window.innerWidth - 328)),
    ...(above ? { bottom: window.innerHeight - caret.top + 6 } : { top: caret.bottom + 6 }),
  };
  return (
    <Portal>
      <div id={id} role="listbox" aria-label={t("write.suggestions")} className={classes.menu} style={style}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
          <div
            key={keyOf(choice)}
            id={choiceId(id, index)}
            role="option"
            aria-selected={index === chosen}
            className={classes.choice}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <Line choice={choice} />
          </div>
        ))}
      </div>
    </Portal>
  );
}

function Line({ choice }: { choice: Choice }) {
  if (choice.type === "emoji") {
    return (
      <>
        <span className={classes.emoji}>{choice.emoji.emoji}</span>
        <span className={classes.label}>:{choice.emoji.aliases[0] ?? choice.emoji.label}:</span>
      </>
    );
  }
  const { kind, label, note, person } = choice.mention;
  const Icon = kind === "task" ? IconChecklist : IconMessages;
  return (
    <>
      {kind === "person" ? <Face person={person} size={22} decorative /> : <Icon size={18} stroke={1.6} aria-hidden />}
      <span className={classes.label}>{kind === "person" ? label.slice(1) : label}</span>
      <span className={classes.note}>{note}</span>
    </>
  );
}

const keyOf = (choice: Choice) => (choice.type === "emoji" ? choice.emoji.emoji : choice.mention.id);
