import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  keepMissing,
  type SpaceRow,
  type TaskRow,
  useMe,
  useReplica,
  useRows,
  useSubmit,
} from "../../../kernel/replica";
import { Empty, offerUndo, PendingMark, ProblemNote, When } from "../../../kernel/ui";
import { archiveTask, unarchiveTask } from "../archiveTask";
import { deleteTask, restoreTask } from "../deleteTask";
import { taskRights } from "../taskRights";
import classes from "./Archive.module.css";
import { type Stored, storedAt } from "./stored";
import { useStored } from "./useStored";

/** Finished, archived or deleted tasks of a space; each opens in the drawer, and what was put away can be taken out again. */
export function StoredTasks({ space, state, text }: { space: SpaceRow; state: Stored; text: string }) {
  const { t } = useTranslation("archive");
  const { tasks, asking, problem, more, again } = useStored(space.id, state, text);
  const lists = useRows(
    async (db) => new Map((await db.lists.where({ spaceId: space.id }).toArray()).map((list) => [list.id, list])),
    [space.id],
  );

  if (!tasks || (asking && !problem && tasks.length === 0)) return null;
  return (
    <>
      <ProblemNote error={problem} again={again} />
      {tasks.length === 0 && !problem && <Empty>{t(text.trim() ? "noneFound" : `none.${state}`)}</Empty>}
      <ul className={classes.rows} aria-label={t(`show.${state}`)}>
        {tasks.map((task) => (
          <StoredTask key={task.id} task={task} space={space} state={state} list={lists?.get(task.listId)?.name} />
        ))}
      </ul>
      {more && (
        <Button variant="subtle" color="gray" onClick={more}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function StoredTask({ task, space, state, list }: { task: TaskRow; space: SpaceRow; state: Stored; list?: string }) {
  const { t } = useTranslation("archive");
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const navigate = useNavigate();
  const may = taskRights(space, task, me.id);
  const mayRestore = state === "deleted" ? may.remove : state === "archived" && may.edit;

  const handleOpen = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: ".", search: (old: object) => ({ ...old, task: task.id }) });
  };
  const handleRestore = async () => {
    // What the server listed may not be on this device yet; a write paints on what is.
    await keepMissing(db, "tasks", [task]);
    await submit(state === "deleted" ? restoreTask(task) : unarchiveTask(task));
    offerUndo(t("restored", { name: task.title }), () =>
      submit(state === "deleted" ? deleteTask(task) : archiveTask(task)),
    );
  };

  return (
    <li className={classes.row}>
      <a href={`/t/${task.id}`} className={classes.name} onClick={handleOpen}>
        {task.title}
      </a>
      <PendingMark table="tasks" row={task} />
      <span className={classes.about}>
        {[task.key, list].filter(Boolean).join(" · ")}
        <span className={classes.when}>
          <When at={storedAt(task)} zone={me.person.zone} />
        </span>
      </span>
      {mayRestore && <Restore name={task.title} onRestore={() => void handleRestore()} />}
    </li>
  );
}

export function Restore({ name, onRestore }: { name: string; onRestore: () => void }) {
  const { t } = useTranslation("archive");
  return (
    <Button
      className={classes.restore}
      size="compact-sm"
      variant="default"
      aria-label={t("restoreOf", { name })}
      onClick={onRestore}
    >
      {t("restore")}
    </Button>
  );
}
