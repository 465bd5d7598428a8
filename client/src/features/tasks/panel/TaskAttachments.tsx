import { IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { formatBytes } from "../../../kernel/text/dates";
import { offerUndo } from "../../../kernel/ui";
import { attachFile, detachFile } from "../attachFile";
import classes from "./TaskAttachments.module.css";

/** Files on the task itself; those of comments stand with the comments. */
export function TaskAttachments({ task, mayEdit }: { task: TaskRow; mayEdit: boolean }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  if (task.attachments.length === 0) return null;
  const handleRemove = async (attachment: TaskRow["attachments"][number]) => {
    await submit(detachFile(task, attachment.id));
    offerUndo(t("detached", { name: attachment.name }), () => void submit(attachFile(task, attachment)));
  };
  return (
    <section aria-label={t("attachments")}>
      <h3 className={classes.head}>{t("attachments")}</h3>
      <ul className={classes.files}>
        {task.attachments.map((one) => (
          <li key={one.id} className={classes.file}>
            <IconPaperclip size={16} stroke={1.6} aria-hidden />
            <a href={one.url} className={classes.name} download={one.name}>
              {one.name}
            </a>
            <span className={classes.size}>{formatBytes(one.size)}</span>
            {mayEdit && (
              <button type="button" className={classes.remove} onClick={() => void handleRemove(one)}>
                {t("remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
