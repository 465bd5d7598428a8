import type { TaskResponse } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { useRows } from "../../../kernel/replica";
import { merged, type Stored, stateOf } from "./stored";

/** A space's tasks in one state: those of this device at once, the others as the server pages them in. */
export function useStored(spaceId: string, state: Stored) {
  const { items, problem, more, again } = usePages<TaskResponse>(`/spaces/${spaceId}/tasks?state=${state}&limit=100`);
  const ids = items?.map((task) => task.id) ?? [];
  const here = useRows(
    async (db) => {
      const listed = await db.tasks.bulkGet(ids);
      const own = await db.tasks
        .where({ spaceId })
        .and((task) => stateOf(task) === state)
        .toArray();
      return new Map([...listed, ...own].flatMap((task) => (task ? [[task.id, task] as const] : [])));
    },
    [spaceId, state, ids.join()],
  );
  return { tasks: here && merged(items ?? [], here, state), asked: items !== undefined, problem, more, again };
}
