import type { Priority, TaskDate } from "../../../kernel/api/types";
import type { TaskRow } from "../../../kernel/replica";

/** What a card shows of a task, flat, so that two of them are compared in no time. */
export interface Card {
  id: string;
  key: string;
  title: string;
  listId: string;
  orderKey: string;
  priority: Priority;
  /** Ids joined by commas, as are the assignees'. */
  labels: string;
  assignees: string;
  blocked: boolean;
  dueDate: string | null;
  dueTime: string | null;
  dueZone: string | null;
  checks: number;
  checked: number;
  comments: number;
  attachments: number;
  completed: boolean;
  sync: TaskRow["sync"];
}

export const cardOf = (task: TaskRow): Card => ({
  id: task.id,
  key: task.key,
  title: task.title,
  listId: task.listId,
  orderKey: task.orderKey,
  priority: task.priority,
  labels: task.labelIds.join(),
  assignees: task.assignees.map((one) => one.personId).join(),
  blocked: task.assignees.some((one) => one.state === "blocked"),
  dueDate: task.due?.date ?? null,
  dueTime: task.due?.time ?? null,
  dueZone: task.due?.zone ?? null,
  checks: task.checklist.length,
  checked: task.checklist.filter((item) => item.done).length,
  comments: task.commentCount,
  attachments: task.attachments.length,
  completed: task.completedAt !== null,
  sync: task.sync,
});

const finishedShownForMs = 30 * 86_400_000;

/** As a snapshot has it, on a device that knows more: what was finished long ago is found in the archive. */
export const isOnBoard = ({ archivedAt, deletedAt, completedAt }: TaskRow) =>
  !archivedAt && !deletedAt && !(completedAt && Date.now() - Date.parse(completedAt) > finishedShownForMs);

export const idsIn = (joined: string) => (joined === "" ? [] : joined.split(","));

export const dueOf = ({ dueDate, dueTime, dueZone }: Card): TaskDate | null =>
  dueDate === null ? null : { date: dueDate, time: dueTime, zone: dueZone };

/** Keeps the same object for what did not change, so that a card is drawn again only when it looks different. */
export function steadyCards(): (cards: Card[]) => Card[] {
  let before = new Map<string, Card>();
  return (cards) => {
    const now = cards.map((card) => {
      const old = before.get(card.id);
      return old && looksSame(old, card) ? old : card;
    });
    before = new Map(now.map((card) => [card.id, card]));
    return now;
  };
}

/** The same for the columns' arrays. */
export function steadyColumns(): (columns: Map<string, Card[]>) => Map<string, Card[]> {
  let before = new Map<string, Card[]>();
  return (columns) => {
    for (const [id, cards] of columns) {
      const old = before.get(id);
      if (old?.length === cards.length && old.every((card, index) => card === cards[index])) columns.set(id, old);
    }
    before = columns;
    return columns;
  };
}

function looksSame(a: Card, b: Card): boolean {
  for (const field in a) if (a[field as keyof Card] !== b[field as keyof Card]) return false;
  return true;
}
