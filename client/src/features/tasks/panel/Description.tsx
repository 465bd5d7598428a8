import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { changeTask } from "../changeTask";
import classes from "./Description.module.css";

/** Markdown: read as the server renders it, written as text. Leaving the field saves. */
export function Description({ task, mayEdit }: { task: TaskRow; mayEdit: boolean }) {
  const { t } = useTranslation("tasks");
  const [writing, setWriting] = useState(false);
  const empty = task.description.trim() === "";

  if (writing) return <Writing task={task} onDone={() => setWriting(false)} />;
  if (empty && !mayEdit) return null;
  const handleClick = (event: React.MouseEvent) => {
    const link = (event.target as HTMLElement).closest("a, input");
    if (mayEdit && !link && window.getSelection()?.isCollapsed !== false) setWriting(true);
  };
  return (
    <section aria-label={t("description")} className={classes.description}>
      {empty ? (
        <button type="button" className={classes.start} onClick={() => setWriting(true)}>
          {t("addDescription")}
        </button>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the hand; the button below is the way for all */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
          <div className={classes.text} data-editable={mayEdit || undefined} onClick={handleClick}>
            <Rendered task={task} />
          </div>
          {mayEdit && (
            <button type="button" className={classes.edit} onClick={() => setWriting(true)}>
              {t("editDescription")}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** The server's rendering; until it is there, the text as it was written. */
function Rendered({ task }: { task: TaskRow }) {
  if (!task.descriptionHtml) return <p className={classes.plain}>{task.description}</p>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server, which is the only one to write it
  return <div className="prose" dangerouslySetInnerHTML={{ __html: task.descriptionHtml }} />;
}

function Writing({ task, onDone }: { task: TaskRow; onDone: () => void }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const [began] = useState(task.description);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useRef(began);
  const write = useRef(() => {});
  write.current = () => {
    if (text.current !== began) void submit(changeTask(task, { description: text.current }));
  };

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(began.length, began.length);
    // Leaving the field, the drawer or the page: whatever ends the writing saves it, once.
    return () => write.current();
  }, [began]);

  const handleKey = (event: React.KeyboardEvent) => {
    const sends = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (event.key !== "Escape" && !sends) return;
    event.stopPropagation();
    onDone();
  };

  return (
    <section aria-label={t("description")} className={classes.description}>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={t("description")}
        defaultValue={began}
        maxLength={40_000}
        rows={5}
        onChange={(event) => {
          text.current = event.currentTarget.value;
        }}
        onKeyDown={handleKey}
        onBlur={onDone}
      />
      <p className={classes.hint}>{t("descriptionHint")}</p>
    </section>
  );
}
