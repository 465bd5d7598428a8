import type { AttachmentResponse } from "../../kernel/api/types";
import type { SpaceRow, TaskRow } from "../../kernel/replica";

/** What I may do with one task, from what the server says I may do in its space. */
export interface TaskRights {
  edit: boolean;
  move: boolean;
  /** To another space. */
  send: boolean;
  /** My own progress, and ticking the checklist. */
  work: boolean;
  /** Ticking the steps that are mine. */
  ownSteps: boolean;
  remove: boolean;
  create: boolean;
  comment: boolean;
  /** Files; see mayDetach. */
  attach: boolean;
}

type Held = Pick<SpaceRow, "can"> | undefined;

export function taskRights(space: Held, task: Pick<TaskRow, "assignees"> | string[], meId: string): TaskRights {
  const can = (right: SpaceRow["can"][number]) => space?.can.includes(right) ?? false;
  const mine = Array.isArray(task) ? task.includes(meId) : task.assignees.some((one) => one.personId === meId);
  const assigned = mine && can("task.work.assigned");
  return {
    edit: can("task.edit"),
    move: can("task.move") || assigned,
    send: can("task.move"),
    work: can("task.edit") || assigned,
    ownSteps: can("task.edit") || can("task.work.assigned"),
    remove: can("task.delete"),
    create: can("task.create"),
    comment: can("message.post"),
    attach: can("attachment.add") && (can("task.edit") || assigned),
  };
}

/** Whether I may take a file off the task: a guest only what they uploaded. */
export function mayDetach(may: TaskRights, file: Pick<AttachmentResponse, "uploadedById">, meId: string): boolean {
  return may.edit || (may.work && file.uploadedById === meId);
}
