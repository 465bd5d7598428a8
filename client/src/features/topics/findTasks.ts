import type { Replica, TaskRow } from "../../kernel/replica";
import { everyBegins, rarest, wordsOf } from "../../kernel/text/wordSearch";

const most = 20;
const atOnce = 200;

/** Tasks of a space whose titles have words that begin so, or that have this key; the newest first, a bounded number. */
export async function findTasks(db: Replica, spaceId: string, text: string): Promise<TaskRow[]> {
  const words = wordsOf(text);
  const narrowest = rarest(words);
  const fits = (task: TaskRow | undefined): task is TaskRow =>
    task !== undefined && !task.deletedAt && task.spaceId === spaceId && everyBegins(words, wordsOf(task.title));
  const key = text.trim().toUpperCase();
  const withKey = db.tasks.where("key").equals(key);
  const byKey = key ? await withKey.and((task) => task.spaceId === spaceId && !task.deletedAt).toArray() : [];

  // Ids begin with the time at which they were made.
  const found = narrowest ? db.tasks.where("words").startsWith(narrowest).distinct() : db.tasks.where({ spaceId });
  const ids = (await found.primaryKeys()).sort().reverse();
  const tasks: TaskRow[] = [];
  for (let at = 0; at < ids.length && tasks.length < most; at += atOnce) {
    tasks.push(...(await db.tasks.bulkGet(ids.slice(at, at + atOnce))).filter(fits));
  }
  return [...byKey, ...tasks.filter(({ id }) => byKey.every((one) => one.id !== id))].slice(0, most);
}
