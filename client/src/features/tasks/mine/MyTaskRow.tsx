import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../kernel/replica";
import { PendingMark } from "../../../kernel/ui";
import { useSpaceName } from "../../spaces/spaceName";
import { PriorityMark } from "../PriorityMark";
import { ProgressMenu } from "../panel/ProgressMenu";
import { exactDate, isPast, shortDate } from "../taskDates";
import { taskRights } from "../taskRights";
import classes from "./MyTaskRow.module.css";
import type { Mine } from "./useMine";

/** One task of mine: how far I am, what it is, where, and by when. */
export function MyTaskRow({ mine: { task, state, space, list, section }, zone }: { mine: Mine; zone: string }) {
  const { t } = useTranslation("tasks");
  const { person } = useMe();
  const navigate = useNavigate();
  const name = useSpaceName(space);
  const { due } = task;
  const late = due && section !== "done" && isPast(due, zone);
  const handleOpen = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: ".", search: (old: object) => ({ ...old, task: task.id }) });
  };
  return (
    <li className={classes.row} data-card={task.id} data-done={section === "done" || undefined}>
      <a href={`/t/${task.id}`} className={classes.title} onClick={handleOpen}>
        {task.title}
      </a>
      <PendingMark table="tasks" row={task} />
      <span className={classes.line}>
        {task.priority !== "normal" && <PriorityMark priority={task.priority} />}
        <span className={classes.place} title={list?.name}>
          {name} {list && `· ${list.name}`}
        </span>
        {due && (
          <time dateTime={due.date} title={exactDate(due, zone)} className={classes.due} data-late={late || undefined}>
            {late ? t("dueLate", { date: shortDate(due, zone) }) : shortDate(due, zone)}
          </time>
        )}
      </span>
      <span className={classes.state}>
        <ProgressMenu task={task} person={person} state={state} mayEdit={taskRights(space, task, person.id).work} />
      </span>
    </li>
  );
}
