import { IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type ListRow, useSubmit } from "../../../kernel/replica";
import { focusSoon } from "../../../kernel/ui/focusSoon";
import { keyAtBottom } from "../order";
import classes from "./AddList.module.css";
import { createList } from "./createList";

/** At the end of the board; Enter adds a list and waits for the next name. */
export function AddList({ spaceId, lists }: { spaceId: string; lists: ListRow[] }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const add = (field: HTMLInputElement) => {
    if (field.value.trim()) void submit(createList(spaceId, field.value, keyAtBottom(lists)));
    field.value = "";
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.nativeEvent.isComposing) add(event.currentTarget);
    if (event.key === "Escape") {
      setWriting(false);
      focusSoon(() => button.current);
    }
  };

  return (
    <div className={classes.add}>
      {writing ? (
        <input
          ref={(field) => field?.focus()}
          className={classes.field}
          aria-label={t("list.name")}
          placeholder={t("list.name")}
          maxLength={longest.listName}
          onKeyDown={handleKey}
          onBlur={(event) => {
            add(event.currentTarget);
            setWriting(false);
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={classes.button}
          data-hint={t("list.add")}
          onClick={() => setWriting(true)}
        >
          <IconPlus size={16} stroke={1.6} aria-hidden /> <span className={classes.words}>{t("list.add")}</span>
        </button>
      )}
    </div>
  );
}
