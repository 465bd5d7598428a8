import { useTranslation } from "react-i18next";
import { type InboxRow, useMe, useRows } from "../../../kernel/replica";
import { spaceName } from "../../spaces/spaceName";

export interface Names {
  /** Of a person. */
  person: (id: string | null) => string;
  /** Of a topic, a task, or the space of a chat. */
  place: (row: InboxRow) => string;
  /** Of what one hears less of: the topic, the task or the chat itself, never the space in its stead. */
  heard: (row: InboxRow) => string;
  /** Of what I follow or watch. */
  of: (id: string | null) => string;
  space: (id: string) => string;
}

/** What the things in an inbox are called, as far as they are on this device. */
export function useNames(rows: InboxRow[]): Names {
  const { t } = useTranslation("inbox");
  const { t: ofSpaces } = useTranslation("spaces");
  const { t: ofHearing } = useTranslation("hearing");
  const justMe = ofSpaces("justMe");
  const me = useMe();
  const ids = [...new Set(rows.flatMap((row) => [row.post.place.id, row.post.id, row.why.ofId ?? ""]))];
  const found = useRows(
    async (db) => {
      const [topics, tasks, spaces] = await Promise.all([
        db.topics.bulkGet(ids),
        db.tasks.bulkGet(ids),
        db.spaces.toArray(),
      ]);
      const people = new Map((await db.people.toArray()).map((one) => [one.id, one]));
      const titles = [...topics, ...tasks].flatMap((one) => (one ? [[one.id, one.title] as const] : []));
      const named = spaces.map((space) => [space.id, spaceName(space, me.id, people, justMe)] as const);
      return { people, titles: new Map(titles), spaces: new Map(named) };
    },
    [ids.join(), me.id, justMe],
  );
  const person = (id: string | null) => {
    const one = found?.people.get(id ?? "");
    return !one || one.former ? t("somebody") : one.name;
  };
  const space = (id: string) => found?.spaces.get(id) ?? "";
  const of = (id: string | null) => found?.titles.get(id ?? "") ?? person(id);
  return {
    person,
    space,
    of,
    heard: ({ post: { place }, postSpaceId }) =>
      place.kind === "chat"
        ? ofHearing("chatOf", { space: space(postSpaceId) })
        : (found?.titles.get(place.id) ?? ofHearing(`this.${place.kind}`)),
    place: ({ post, postSpaceId }) => found?.titles.get(post.place.id) ?? space(postSpaceId),
  };
}
