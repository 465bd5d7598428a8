import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type ListRow, newId, useMe, useReplica, useSubmit } from "../../../kernel/replica";
import { createTask } from "../createTask";
import { byOrder, keyAtBottom, keyAtTop } from "../order";
import { focusAdding, focusCard } from "./focus";
import classes from "./QuickAdd.module.css";

export type Adding = "top" | "bottom";

/** Writes one task after the other: Enter adds and stays open, Escape or leaving it empty closes. */
export function QuickAdd({ list, at, onClose }: { list: ListRow; at: Adding; onClose: () => void }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const field = useRef<HTMLTextAreaElement>(null);
  const made = useRef<string>(undefined);
  // One after the other: each looks for its place below the one before.
  const adding = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const add = () => {
    const title = field.current?.value.replace(/\s+/g, " ").trim();
    if (!field.current || !title) return;
    field.current.value = "";
    const id = newId();
    made.current = id;
    adding.current = adding.current.catch(() => undefined).then(() => put(id, title));
  };
  const put = async (id: string, title: string) => {
    const rows = await db.tasks.where("[listId+orderKey]").between([list.id, ""], [list.id, "\uffff"]).toArray();
    rows.sort(byOrder);
    await submit(createTask(list, me.id, { id, title, orderKey: at === "top" ? keyAtTop(rows) : keyAtBottom(rows) }));
    field.current?.scrollIntoView({ block: "nearest" });
  };
  const handleKey = (event: KeyboardEvent) => {
    // What is typed here is no key of the board; Ctrl-K still leads anywhere.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key === "Escape") {
      onClose();
      if (made.current) focusCard(made.current);
      else focusAdding(list.id);
    }
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  const handleBlur = () => {
    add();
    onClose();
  };

  return (
    <li className={classes.slot}>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={t("newTaskIn", { name: list.name })}
        placeholder={t("newTask")}
        maxLength={longest.taskTitle}
        rows={2}
        onKeyDown={handleKey}
        onBlur={handleBlur}
      />
      <p className={classes.hint}>{t("newTaskHint")}</p>
    </li>
  );
}
