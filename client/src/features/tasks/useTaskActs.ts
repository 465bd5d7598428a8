import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type TaskRow, useMe, useReplica, useSubmit } from "../../kernel/replica";
import { offerUndo, tell } from "../../kernel/ui";
import { archiveTask, unarchiveTask } from "./archiveTask";
import { isOnBoard } from "./board/cards";
import { focusCard } from "./board/focus";
import { changeTask, type TaskFields } from "./changeTask";
import { copyTask } from "./copyTask";
import { deleteTask, restoreTask } from "./deleteTask";
import { byOrder, keyAt } from "./order";

/** What can be done with a task from a card, its menu, its keys and its own page alike: at once, with a way back. */
export function useTaskActs() {
  const { t } = useTranslation("tasks");
  const db = useReplica();
  const me = useMe();
  const submit = useSubmit();
  return useMemo(
    () => ({
      change: (task: TaskRow, fields: TaskFields) => submit(changeTask(task, fields)),
      archive: async (task: TaskRow) => {
        await submit(archiveTask(task));
        offerUndo(t("archived", { title: task.title }), () => {
          void submit(unarchiveTask(task));
          focusCard(task.id);
        });
      },
      remove: async (task: TaskRow) => {
        await submit(deleteTask(task));
        offerUndo(t("deleted", { title: task.title }), () => {
          void submit(restoreTask(task));
          focusCard(task.id);
        });
      },
      /** The copy stands right below the task. */
      duplicate: async (task: TaskRow) => {
        const rows = await db.tasks
          .where("[listId+orderKey]")
          .between([task.listId, ""], [task.listId, "\uffff"])
          .toArray();
        const others = rows.filter(isOnBoard).sort(byOrder);
        const at = others.findIndex((one) => one.id === task.id) + 1;
        const command = copyTask(task, { orderKey: keyAt(others, at) }, me.id);
        await submit(command);
        tell(t("duplicated", { title: task.title }));
        return command.predicts[0]?.itemId;
      },
      copyLink: async (task: Pick<TaskRow, "id">) => {
        await navigator.clipboard.writeText(`${window.location.origin}/t/${task.id}`);
        tell(t("linkCopied"));
      },
    }),
    [db, me.id, submit, t],
  );
}
