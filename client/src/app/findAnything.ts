import { spaceName } from "../features/spaces/spaceName";
import type { PersonRow, Replica, SpaceRow, TaskRow, TopicRow } from "../kernel/replica";
import { everyBegins, rarest, wordsOf } from "../kernel/text/wordSearch";

const most = 6;

export interface Found {
  spaces: SpaceRow[];
  tasks: TaskRow[];
  topics: TopicRow[];
  people: PersonRow[];
  /** The spaces' names by id. */
  names: Map<string, string>;
}

/**
 * What begins with these letters. Tasks and topics by the index of their words and keys: a big replica answers as fast as a
 * small one. `justMe`: how one's personal space is called.
 */
export async function findAnything(db: Replica, text: string, justMe: string): Promise<Found> {
  const words = wordsOf(text);
  const [spaces, people] = await Promise.all([db.spaces.toArray(), db.people.toArray()]);
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const narrowest = rarest(words);
  const fits = (...texts: string[]) => everyBegins(words, wordsOf(texts.join(" ")));
  const names = new Map(spaces.map((space) => [space.id, spaceName(space, db.personId, peopleById, justMe)]));
  const fitsSpace = (space: SpaceRow) => !space.archivedAt && fits(names.get(space.id) ?? "");

  const [tasks, topics] = await Promise.all([
    findTasks(db, text, narrowest, spaces, fits),
    narrowest
      ? db.topics
          .where("words")
          .startsWith(narrowest)
          .distinct()
          .filter((topic) => fits(topic.title))
          .limit(most)
          .toArray()
      : [],
  ]);
  return {
    spaces: spaces.filter(fitsSpace).slice(0, most),
    tasks,
    topics,
    people:
      words.length === 0
        ? []
        : people
            .filter((person) => person.id !== db.personId && !person.former && fits(person.name, person.roleText))
            .slice(0, most),
    names,
  };
}

async function findTasks(
  db: Replica,
  text: string,
  narrowest: string | undefined,
  spaces: SpaceRow[],
  fits: (...texts: string[]) => boolean,
) {
  if (!narrowest) return [];
  const [byKey, byWords] = await Promise.all([
    findKeys(db, text, spaces),
    db.tasks
      .where("words")
      .startsWith(narrowest)
      .distinct()
      .filter((task) => !task.deletedAt && fits(task.title))
      .limit(most)
      .toArray(),
  ]);
  const found = new Set(byKey.map((task) => task.id));
  return [...byKey, ...byWords.filter((task) => !found.has(task.id))].slice(0, most);
}

/** "WEB-14" leads to WEB-14, then to WEB-140 and to WEBS-14: few remember a key to the last letter. */
async function findKeys(db: Replica, text: string, spaces: SpaceRow[]): Promise<TaskRow[]> {
  const [, letters = "", number = ""] = /^([A-Z][A-Z0-9]*?)[- ]?(\d*)$/.exec(text.trim().toUpperCase()) ?? [];
  if (number === "") return [];
  const keys = [...new Set(spaces.map((space) => space.key))].filter((key) => key.startsWith(letters));
  if (keys.length === 0) return [];
  const found = await db.tasks
    .where("key")
    .startsWithAnyOf(keys.map((key) => `${key}-${number}`))
    .filter((task) => !task.deletedAt)
    .limit(most)
    .toArray();
  return found.sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
}
