import type { Priority, Request, TaskDate } from "../../kernel/api/types";
import type { Command } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

export interface TaskFields {
  title?: string;
  description?: string;
  priority?: Priority;
  start?: TaskDate | null;
  due?: TaskDate | null;
  estimateMinutes?: number | null;
}

/**
 * Sends only the fields that changed, so that somebody else's edit of another field stays. `html` is how a new
 * description looks until the server has rendered it.
 */
export const changeTask = (task: TaskPlace, fields: TaskFields, html = ""): Command =>
  onTask(task, {
    method: "PATCH",
    body: fields satisfies Request<"ChangeTask">,
    // The old rendering must not stand below the new text.
    predicts: [["task.changed", fields.description === undefined ? fields : { ...fields, descriptionHtml: html }]],
  });
