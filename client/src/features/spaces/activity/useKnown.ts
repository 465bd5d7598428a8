import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../../kernel/api/call";
import type { ActivityItem, TaskResponse } from "../../../kernel/api/types";
import {
  type MessageRow,
  type PersonRow,
  readMissing,
  type TaskRow,
  type TopicRow,
  useReplica,
  useRows,
} from "../../../kernel/replica";
import type { Known } from "../../tasks/history/inWords";

/** What this device can say about the things that a page of activity names by their ids. */
export interface KnownOf extends Omit<Known, "zone"> {
  actor: (id: string | null) => PersonRow | undefined;
  task: (id: string) => TaskRow | undefined;
  topic: (id: string) => TopicRow | undefined;
  message: (id: string) => MessageRow | undefined;
}

export function useKnown(spaceId: string, items: ActivityItem[] | undefined): KnownOf | undefined {
  const { t } = useTranslation("tasks");
  const ids = items?.map((item) => item.itemId) ?? [];
  const found = useRows(
    async (db) => ({
      people: byId(await db.people.toArray()),
      lists: byId(await db.lists.where({ spaceId }).toArray()),
      labels: byId(await db.labels.where({ spaceId }).toArray()),
      tasks: byId(await db.tasks.bulkGet(ids)),
      topics: byId(await db.topics.bulkGet(ids)),
      messages: byId(await db.messages.bulkGet(ids)),
    }),
    [spaceId, ids.join()],
  );
  useMissing(items, found?.tasks);
  if (!found) return undefined;
  const { people, lists, labels, tasks, topics, messages } = found;
  const nameOf = (person: PersonRow | undefined) => (person?.former ? t("former") : (person?.name ?? "…"));
  return {
    person: (id) => nameOf(people.get(id)),
    list: (id) => lists.get(id)?.name ?? t("goneList"),
    label: (id) => labels.get(id)?.name ?? t("goneLabel"),
    actor: (id) => (id ? people.get(id) : undefined),
    task: (id) => tasks.get(id),
    topic: (id) => topics.get(id),
    message: (id) => messages.get(id),
  };
}

const mostAtOnce = 20;

/** Archived and long finished tasks are not on this device; their names are worth one question each. */
function useMissing(items: ActivityItem[] | undefined, known: Map<string, TaskRow> | undefined) {
  const db = useReplica();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const ids = new Set(items?.filter((item) => /^(task|checklist)\./.test(item.kind)).map((item) => item.itemId));
    const missing = known ? [...ids].filter((id) => !known.has(id) && !asked.current.has(id)) : [];
    for (const id of missing.slice(0, mostAtOnce)) {
      asked.current.add(id);
      const ask = () => read<TaskResponse>(`/tasks/${id}`);
      readMissing(db, "tasks", ask, (task) => [task]).catch(() => undefined);
    }
  }, [db, items, known]);
}

const byId = <T extends { id: string }>(rows: (T | undefined)[]) =>
  new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
