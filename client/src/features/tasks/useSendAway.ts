import { useTranslation } from "react-i18next";
import { type ListRow, type TaskRow, useReplica, useSubmit } from "../../kernel/replica";
import { listed } from "../../kernel/text/listed";
import { offerUndo } from "../../kernel/ui";
import { focusCard } from "./board/focus";
import { asBefore, type Journey, sendAway } from "./sendAway";

/** To another space at once; what does not come along is said, and undo brings all of it back. */
export function useSendAway() {
  const { t } = useTranslation("tasks");
  const db = useReplica();
  const submit = useSubmit();

  const said = async ({ brought, left, noRoom, absentIds }: Journey, task: TaskRow, list: ListRow) => {
    const people = await db.people.bulkGet(absentIds);
    const labels = (rows: { name: string }[]) => ({ count: rows.length, names: listed(rows.map((one) => one.name)) });
    return [
      t("sent.here", { title: task.title, space: (await db.spaces.get(list.spaceId))?.name }),
      brought.length > 0 && t("sent.brought", labels(brought)),
      left.length > 0 && t("sent.left", labels(left)),
      noRoom.length > 0 && t("sent.noRoom", labels(noRoom)),
      people.length > 0 &&
        t("sent.absent", { count: people.length, names: listed(people.map((one) => one?.name ?? t("former"))) }),
    ]
      .filter(Boolean)
      .join(" ");
  };
  const bringBack = async (before: TaskRow) => {
    const [there, list] = [await db.tasks.get(before.id), await db.lists.get(before.listId)];
    if (!there || !list) return;
    await submit((await sendAway(db, there, list, before.orderKey)).command);
    const back = await db.tasks.get(before.id);
    const labels = await db.labels.where({ spaceId: before.spaceId }).toArray();
    for (const command of back ? asBefore(before, back, labels) : []) await submit(command);
  };

  return async (task: TaskRow, list: ListRow, orderKey: string) => {
    const journey = await sendAway(db, task, list, orderKey);
    const words = await said(journey, task, list);
    await submit(journey.command);
    offerUndo(words, () => {
      void bringBack(task);
      focusCard(task.id);
    });
  };
}
