import { useDebouncedValue } from "@mantine/hooks";
import type { TaskResponse } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { useRows } from "../../../kernel/replica";
import { holds, merged, type Stored, stateOf } from "./stored";

/** Milliseconds after the last key until the server is asked. */
const pauseMs = 250;
/** Characters that the server takes. */
const longestText = 200;

/** A space's tasks in one state that hold these words: those of this device at once, the others as the server pages them in. */
export function useStored(spaceId: string, state: Stored, text: string) {
  const typed = text.trim().slice(0, longestText);
  const [words] = useDebouncedValue(typed, pauseMs);
  const query = new URLSearchParams({ state, limit: "100", ...(words && { text: words }) });
  const { items, asking, problem, more, again } = usePages<TaskResponse>(`/spaces/${spaceId}/tasks?${query}`);
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
  const tasks = here && merged(items ?? [], here, state).filter((task) => holds(text, task.title, task.key));
  return { tasks, asking: asking || words !== typed, problem, more, again };
}
