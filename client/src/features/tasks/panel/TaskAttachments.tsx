import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentResponse } from "../../../kernel/api/types";
import { type TaskRow, useMe, useSubmit } from "../../../kernel/replica";
import { offerUndo } from "../../../kernel/ui";
import { AttachButton } from "../../attachments/AttachButton";
import { AttachmentList } from "../../attachments/AttachmentList";
import { DropHere } from "../../attachments/DropHere";
import { UploadList } from "../../attachments/UploadList";
import { useFileDrop } from "../../attachments/useFileDrop";
import { useFilePaste } from "../../attachments/useFilePaste";
import { useUploads } from "../../attachments/useUploads";
import { attachFile, detachFile } from "../attachFile";
import { mayDetach, type TaskRights } from "../taskRights";
import classes from "./TaskAttachments.module.css";

/** Files on the task itself; those of comments stand with the comments. */
export function TaskAttachments({ task, may }: { task: TaskRow; may: TaskRights }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const submit = useSubmit();
  const { uploads, add, again, cancel } = useUploads(task.spaceId, (file) => void submit(attachFile(task, file)));
  const drop = useFileDrop(add, may.attach);
  const section = useRef<HTMLElement>(null);
  useFilePaste(section, add, may.attach);
  const handleRemove = async (file: AttachmentResponse) => {
    await submit(detachFile(task, file.id));
    offerUndo(t("detached", { name: file.name }), () => void submit(attachFile(task, file)));
  };

  if (task.attachments.length === 0 && !may.attach) return null;
  return (
    <section ref={section} aria-label={t("attachments")} className={classes.section} {...drop.handlers}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t("attachments")}</h2>
        {may.attach && <AttachButton onFiles={add} size={28} />}
      </div>
      <AttachmentList
        attachments={task.attachments}
        onRemove={(file) => void handleRemove(file)}
        mayRemove={(file) => mayDetach(may, file, me.id)}
      />
      <UploadList uploads={uploads} onCancel={cancel} onAgain={again} />
      {drop.over && <DropHere />}
    </section>
  );
}
