import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../kernel/replica";
import { MessageBody } from "../../messages/MessageBody";
import { useLinks } from "../../messages/useLinks";
import classes from "./Description.module.css";

const DescriptionEdit = lazy(() => import("./DescriptionEdit").then((file) => ({ default: file.DescriptionEdit })));

/** Markdown, read as the server renders it; pressing it lets one write. */
export function Description({ task, mayEdit }: { task: TaskRow; mayEdit: boolean }) {
  const { t } = useTranslation("tasks");
  const links = useLinks();
  const [writing, setWriting] = useState(false);
  const empty = task.description.trim() === "";

  if (empty && !mayEdit) return null;
  const shown = empty ? (
    <button type="button" className={classes.start} onClick={() => setWriting(true)}>
      {t("addDescription")}
    </button>
  ) : (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: takes the links within; the button below is the way to edit for all */}
      <div
        className={classes.text}
        data-editable={mayEdit || undefined}
        onKeyDown={links.handlers.onKeyDown}
        onClick={(event) => {
          links.handlers.onClick(event);
          const within = (event.target as HTMLElement).closest("a, input, pre");
          if (mayEdit && !within && window.getSelection()?.isCollapsed !== false) setWriting(true);
        }}
      >
        {task.descriptionHtml ? (
          <MessageBody html={task.descriptionHtml} spaceId={task.spaceId} />
        ) : (
          <p className={classes.plain}>{task.description}</p>
        )}
      </div>
      {mayEdit && (
        <button type="button" className={classes.edit} onClick={() => setWriting(true)}>
          {t("editDescription")}
        </button>
      )}
      {links.card}
    </>
  );
  return (
    <section aria-label={t("description")} className={classes.description}>
      {writing ? (
        <Suspense fallback={shown}>
          <DescriptionEdit task={task} onDone={() => setWriting(false)} />
        </Suspense>
      ) : (
        shown
      )}
    </section>
  );
}
