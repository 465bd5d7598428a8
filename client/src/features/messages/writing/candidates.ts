import type { PersonRow, Replica } from "../../../kernel/replica";
import { everyBegins, wordsOf } from "../../../kernel/text/wordSearch";
import type { Mentioned } from "./markdownIt";

export interface Candidate extends Mentioned {
  /** What stands beside it: a role, a title. */
  note: string;
  person?: PersonRow;
}

const most = 8;

/** People of the space whose name begins, in any of its words, with what was typed. */
export async function findPeople(db: Replica, spaceId: string, query: string): Promise<Candidate[]> {
  const typed = wordsOf(query);
  const space = await db.spaces.get(spaceId);
  const people = (await db.people.bulkGet(space?.memberIds ?? [])).flatMap((one) => (one && !one.former ? [one] : []));
  return people
    .filter(({ name }) => everyBegins(typed, wordsOf(name)))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, most)
    .map((person) => ({ kind: "person", id: person.id, label: `@${person.name}`, note: person.roleText, person }));
}

/** Tasks by key or title and topics by title; those of this space first. */
export async function findThings(db: Replica, spaceId: string, query: string): Promise<Candidate[]> {
  const typed = wordsOf(query);
  const [word = ""] = typed;
  const here = <R extends { spaceId: string }>(rows: R[]) =>
    rows.sort((a, b) => Number(b.spaceId === spaceId) - Number(a.spaceId === spaceId));
  const byTitle = word
    ? await db.tasks.where("words").startsWith(word).distinct().limit(60).toArray()
    : await db.tasks.where({ spaceId }).reverse().limit(most).toArray();
  const byKey = /^[a-z]/i.test(query)
    ? await db.tasks.where("key").startsWith(query.toUpperCase()).limit(most).toArray()
    : [];
  const topics = word
    ? await db.topics.where("words").startsWith(word).distinct().limit(60).toArray()
    : await db.topics.where({ spaceId }).limit(3).toArray();
  const tasks = here(
    [...byKey, ...byTitle.filter((task) => everyBegins(typed, wordsOf(task.title)))].filter(
      (task, index, all) => !task.deletedAt && all.findIndex((other) => other.id === task.id) === index,
    ),
  );
  return [
    ...tasks
      .map((task) => ({ kind: "task", id: task.id, label: task.key || task.title, note: task.title }))
      .slice(0, 5),
    ...here(topics.filter((topic) => everyBegins(typed, wordsOf(topic.title))))
      .map((topic) => ({ kind: "topic", id: topic.id, label: topic.title, note: "" }))
      .slice(0, 3),
  ];
}

/** The task with exactly this key. */
export async function findByKey(db: Replica, key: string): Promise<Mentioned | undefined> {
  const task = await db.tasks.where("key").equals(key).first();
  return task && { kind: "task", id: task.id, label: task.key };
}
