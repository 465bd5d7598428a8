import type { Progress, Request } from "../../kernel/api/types";
import type { Command, TaskRow } from "../../kernel/replica";
import { onTask, type TaskPlace } from "./onTask";

/** Gives the task to a person, or says how far they are with it. */
export const assignPerson = (
  task: TaskPlace & Pick<TaskRow, "assignees">,
  personId: string,
  state: Progress = "none",
): Command =>
  onTask(task, {
    method: "PUT",
    path: `/assignees/${personId}`,
    body: { state } satisfies Request<"AssignTask">,
    predicts: [
      [
        task.assignees.some((one) => one.personId === personId) ? "task.progressed" : "task.assigned",
        { personId, state },
      ],
    ],
  });

export const unassignPerson = (task: TaskPlace, personId: string): Command =>
  onTask(task, {
    method: "DELETE",
    path: `/assignees/${personId}`,
    predicts: [["task.unassigned", { personId }]],
  });
