import { type PersonRow, type Replica, type SpaceRow, type TaskRow, type TopicRow, wordsOf } from "../kernel/replica";

const most = 6;

export interface Found {
  spaces: SpaceRow[];
  tasks: TaskRow[];
  topics: TopicRow[];
  people: PersonRow[];
  /** The spaces' names by id. */
  names: Map<string, string>;
  peopleById: Map<string, PersonRow>;
}

/** What begins with these letters. Tasks and topics by the index of their words: a big replica answers as fast as a small one. */
export async function findAnything(db: Replica, text: string): Promise<Found> {
  const words = wordsOf(text);
  const [spaces, people] = await Promise.all([db.spaces.toArray(), db.people.toArray()]);
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const fits = (...texts: string[]) => {
    const theirs = wordsOf(texts.join(" "));
    return words.every((word) => theirs.some((one) => one.startsWith(word)));
  };
  const others = (space: SpaceRow) =>
    space.kind === "direct" ? space.memberIds.map((id) => peopleById.get(id)?.name ?? "") : [];

  const [tasks, topics] = await Promise.all([
    findTasks(db, text, words, fits),
    words.length === 0
      ? []
      : db.topics
          .where("words")
          .startsWith(rarest(words))
          .distinct()
          .filter((topic) => fits(topic.title))
          .limit(most)
          .toArray(),
  ]);
  return {
    spaces: spaces.filter((space) => !space.archivedAt && fits(space.name, ...others(space))).slice(0, most),
    tasks,
    topics,
    people:
      words.length === 0
        ? []
        : people
            .filter((person) => person.id !== db.personId && !person.former && fits(person.name, person.roleText))
            .slice(0, most),
    names: new Map(spaces.map((space) => [space.id, space.name])),
    peopleById,
  };
}

async function findTasks(db: Replica, text: string, words: string[], fits: (...texts: string[]) => boolean) {
  if (words.length === 0) return [];
  const key = text.trim().toUpperCase();
  const [byKey, byWords] = await Promise.all([
    /^[A-Z]+-\d+$/.test(key) ? db.tasks.where("key").equals(key).toArray() : [],
    db.tasks
      .where("words")
      .startsWith(rarest(words))
      .distinct()
      .filter((task) => !task.deletedAt && fits(task.title))
      .limit(most)
      .toArray(),
  ]);
  return [...byKey, ...byWords.filter((task) => task.key !== key)];
}

/** The longest word narrows the most. */
const rarest = (words: string[]) => [...words].sort((a, b) => b.length - a.length)[0] ?? "";
