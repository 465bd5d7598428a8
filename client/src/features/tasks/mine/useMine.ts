import type { Progress } from "../../../kernel/api/types";
import { type ListRow, type SpaceRow, type TaskRow, useMe, useRows } from "../../../kernel/replica";
import { useDay } from "../../../kernel/text/useDay";
import { isOnBoard } from "../board/cards";
import { priorities } from "../board/filter";
import { daysUntil, instantOf } from "../taskDates";

export const sections = ["past", "today", "week", "later", "none", "done"] as const;
export type Section = (typeof sections)[number];

export interface Mine {
  task: TaskRow;
  state: Progress;
  space: SpaceRow;
  list: ListRow | undefined;
  section: Section;
}

/** The tasks I have in all spaces, in the order in which they want to be done. */
export function useMine(withDone: boolean): Mine[] | undefined {
  const { id, person } = useMe();
  const day = useDay();
  return useRows(
    async (db) => {
      const tasks = (await db.tasks.where("assigneeIds").equals(id).toArray()).filter(isOnBoard);
      const spaces = new Map((await db.spaces.toArray()).map((space) => [space.id, space]));
      const lists = await db.lists.bulkGet([...new Set(tasks.map((task) => task.listId))]);
      const listOf = new Map(lists.flatMap((list) => (list ? [[list.id, list] as const] : [])));
      return tasks
        .flatMap((task) => {
          const space = spaces.get(task.spaceId);
          const state = task.assignees.find((one) => one.personId === id)?.state ?? "none";
          const section = sectionOf(task, state, person.zone);
          if (!space || space.archivedAt || (section === "done" && !withDone)) return [];
          return [{ task, state, space, list: listOf.get(task.listId), section }];
        })
        .sort(byUrgency);
    },
    [id, person.zone, withDone, day],
  );
}

export function sectionOf(
  task: Pick<TaskRow, "completedAt" | "due">,
  state: Progress,
  zone: string,
  now = new Date(),
): Section {
  if (task.completedAt || state === "done") return "done";
  if (!task.due) return "none";
  const days = daysUntil(task.due, zone, now);
  return days < 0 ? "past" : days === 0 ? "today" : days < 7 ? "week" : "later";
}

function byUrgency(a: Mine, b: Mine): number {
  return (
    dueTime(a.task) - dueTime(b.task) ||
    priorities.indexOf(a.task.priority) - priorities.indexOf(b.task.priority) ||
    (a.task.createdAt < b.task.createdAt ? -1 : 1)
  );
}

const dueTime = ({ due }: TaskRow) => (due ? instantOf(due).getTime() : Number.MAX_SAFE_INTEGER);
