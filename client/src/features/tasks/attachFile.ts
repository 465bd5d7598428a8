import type { AttachmentResponse } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

/** Puts an uploaded file on the task. */
export const attachFile = (task: TaskPlace, attachment: AttachmentResponse): Command =>
  onTask(task, {
    method: "PUT",
    path: `/attachments/${attachment.id}`,
    predicts: [["task.attached", { attachment }]],
  });

export const detachFile = (task: TaskPlace, attachmentId: string): Command =>
  onTask(task, {
    method: "DELETE",
    path: `/attachments/${attachmentId}`,
    predicts: [["task.detached", { attachmentId }]],
  });
