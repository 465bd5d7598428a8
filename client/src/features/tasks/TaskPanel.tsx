import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../kernel/api/call";
import type { TaskResponse } from "../../kernel/api/types";
import { readMissing, type SpaceRow, type TaskRow, useMe, useReplica, useRows } from "../../kernel/replica";
import { Missing } from "../../kernel/ui";
import { Checklist } from "./checklist/Checklist";
import { Description } from "./panel/Description";
import { Gone } from "./panel/Gone";
import { PanelBar } from "./panel/PanelBar";
import { Properties } from "./panel/Properties";
import { TaskAttachments } from "./panel/TaskAttachments";
import { TaskTalk } from "./panel/TaskTalk";
import { TaskTitle } from "./panel/TaskTitle";
import classes from "./TaskPanel.module.css";
import { taskRights } from "./taskRights";

interface TaskPanelProps {
  taskId: string;
  /** A page of its own: what is set stands beside the text instead of above it. */
  wide?: boolean;
}

/** Everything about one task; all of it saves by itself. */
export function TaskPanel({ taskId, wide = false }: TaskPanelProps) {
  const { task, space, problem } = useTask(taskId);
  if (problem) return <Missing error={problem} />;
  if (!task || !space) return null;
  return <Panel task={task} space={space} wide={wide} />;
}

function Panel({ task, space, wide }: { task: TaskRow; space: SpaceRow; wide: boolean }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const gone = Boolean(task.archivedAt ?? task.deletedAt);
  const held = taskRights(space, task, me.id);
  const may = gone ? { ...held, edit: false, move: false, send: false, work: false, attach: false } : held;
  return (
    <article
      className={classes.panel}
      data-wide={wide || undefined}
      aria-label={t("taskCalled", { title: task.title })}
    >
      <div className={classes.top}>
        <PanelBar task={task} space={space} may={may} wide={wide} />
        {gone && <Gone task={task} may={held} />}
        <TaskTitle task={task} mayEdit={may.edit} wide={wide} />
      </div>
      <Properties task={task} may={may} />
      <div className={classes.text}>
        <Description task={task} mayEdit={may.edit} />
        <Checklist task={task} may={may} />
        <TaskAttachments task={task} may={may} />
        <TaskTalk task={task} mayComment={may.comment} />
      </div>
    </article>
  );
}

/** From the replica; a task that is finished long ago or archived is read once and kept. */
function useTask(taskId: string) {
  const db = useReplica();
  const found = useRows(
    async (db) => {
      const task = await db.tasks.get(taskId);
      return { task, space: task && (await db.spaces.get(task.spaceId)) };
    },
    [taskId],
  );
  const [problem, setProblem] = useState<unknown>();
  const missing = found !== undefined && !found.task;

  useEffect(() => {
    if (!missing) return;
    const stop = new AbortController();
    const ask = () => read<TaskResponse>(`/tasks/${taskId}`, stop.signal);
    readMissing(db, "tasks", ask, (task) => [task])
      .then(() => setProblem(undefined))
      .catch((error: unknown) => stop.signal.aborted || setProblem(error));
    return () => stop.abort();
  }, [db, taskId, missing]);

  return { task: found?.task, space: found?.space, problem: missing ? problem : undefined };
}
