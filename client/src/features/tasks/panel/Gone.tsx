import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type TaskRow, useMe, useSubmit } from "../../../kernel/replica";
import { When } from "../../../kernel/ui";
import { unarchiveTask } from "../archiveTask";
import { restoreTask } from "../deleteTask";
import type { TaskRights } from "../taskRights";
import classes from "./Gone.module.css";

/** On a task that is archived or deleted: since when, and the way back. */
export function Gone({ task, may }: { task: TaskRow; may: TaskRights }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const submit = useSubmit();
  const at = task.deletedAt ?? task.archivedAt ?? "";
  const mayRestore = task.deletedAt ? may.remove : may.edit;
  const handleRestore = () => void submit(task.deletedAt ? restoreTask(task) : unarchiveTask(task));
  return (
    <div className={classes.gone}>
      <span>
        {t(task.deletedAt ? "isDeleted" : "isArchived")} <When at={at} zone={me.person.zone} />
      </span>
      {mayRestore && (
        <Button size="compact-sm" variant="default" onClick={handleRestore}>
          {t("restore")}
        </Button>
      )}
    </div>
  );
}
