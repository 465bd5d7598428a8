import type { TaskResponse } from "../../kernel/api/types";
import { type Change, registerChanges } from "../../kernel/replica";

type TaskPatch = Partial<TaskResponse> & { id: string };

registerChanges({
  "task.created": (tx, { payload }: Change<TaskResponse>) => tx.tasks.put(payload),
  "task.changed": (tx, { payload }: Change<TaskPatch>) => tx.tasks.patch(payload.id, payload),
  "task.moved": (tx, { payload }: Change<TaskPatch>) => tx.tasks.patch(payload.id, payload),
});
