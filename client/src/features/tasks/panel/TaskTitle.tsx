import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { changeTask } from "../changeTask";
import classes from "./TaskTitle.module.css";

/** The title is a field that does not look like one; Enter or leaving it saves. */
export function TaskTitle({ task, mayEdit, wide }: { task: TaskRow; mayEdit: boolean; wide: boolean }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const [text, setText] = useState(task.title);
  const field = useRef<HTMLTextAreaElement>(null);
  const Heading = wide ? "h1" : "h2";

  // What others write comes in, but never under my hand.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(task.title);
  }, [task.title]);

  const save = () => {
    const title = text.replace(/\s+/g, " ").trim();
    if (title === "") setText(task.title);
    else if (title !== task.title) void submit(changeTask(task, { title }));
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.currentTarget.blur();
  };

  if (!mayEdit) return <Heading className={classes.title}>{task.title}</Heading>;
  return (
    <Heading className={classes.title}>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={t("title")}
        rows={1}
        value={text}
        maxLength={longest.taskTitle}
        spellCheck
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={handleKey}
        onBlur={save}
      />
    </Heading>
  );
}
