import { useTranslation } from "react-i18next";
import type { TaskDate } from "../../../kernel/api/types";
import { type TaskRow, useMe } from "../../../kernel/replica";
import { useDay } from "../../../kernel/text/useDay";
import { useLabels, usePeople } from "../board/useBoard";
import { LabelPill } from "../labels/LabelPill";
import { PickLabels } from "../labels/PickLabels";
import { PriorityMark } from "../PriorityMark";
import { PickDate } from "../pick/PickDate";
import { PickPriority } from "../pick/PickPriority";
import { exactDate, isPast, shortDate, theirDate } from "../taskDates";
import type { TaskRights } from "../taskRights";
import { useTaskActs } from "../useTaskActs";
import { Assignees } from "./Assignees";
import { Estimate } from "./Estimate";
import classes from "./Properties.module.css";
import { Property } from "./Property";
import { Watchers } from "./Watchers";

/** What is set of a task, each to be changed where it stands. */
export function Properties({ task, may }: { task: TaskRow; may: TaskRights }) {
  const { t } = useTranslation("tasks");
  const { zone } = useMe().person;
  useDay();
  const labels = useLabels(task.spaceId);
  const people = usePeople(task.spaceId);
  const acts = useTaskActs();
  if (!labels || !people) return null;

  const late = task.due && !task.completedAt && isPast(task.due, zone);
  const set = task.labelIds.flatMap((id) => labels.get(id) ?? []);
  return (
    <dl className={classes.properties}>
      <Assignees task={task} may={may} />
      <Property
        name={t("due")}
        mayEdit={may.edit}
        width={282}
        value={
          task.due && (
            <>
              <time dateTime={task.due.date} title={exactDate(task.due, zone)} data-late={late || undefined}>
                {late ? t("dueLate", { date: shortDate(task.due, zone) }) : shortDate(task.due, zone)}
              </time>
              <Theirs date={task.due} zone={zone} />
            </>
          )
        }
        none={t("noDate")}
      >
        {(close) => (
          <PickDate
            label={t("due")}
            value={task.due}
            zone={zone}
            onPick={(due) => void acts.change(task, { due })}
            onDone={close}
          />
        )}
      </Property>
      <Property
        name={t("priority")}
        mayEdit={may.edit}
        value={
          task.priority !== "normal" && (
            <>
              <PriorityMark priority={task.priority} decorative /> {t(`priorities.${task.priority}`)}
            </>
          )
        }
        none={t("priorities.normal")}
      >
        {(close) => <PickPriority task={task} onDone={close} />}
      </Property>
      <Property
        name={t("labels")}
        mayEdit={may.edit}
        value={set.length > 0 && set.map((label) => <LabelPill key={label.id} label={label} />)}
        none={t("noLabels")}
      >
        {() => <PickLabels task={task} />}
      </Property>
      <Property
        name={t("start")}
        mayEdit={may.edit}
        width={282}
        value={
          task.start && (
            <>
              <time dateTime={task.start.date} title={exactDate(task.start, zone)}>
                {shortDate(task.start, zone)}
              </time>
              <Theirs date={task.start} zone={zone} />
            </>
          )
        }
        none={t("noDate")}
      >
        {(close) => (
          <PickDate
            label={t("start")}
            value={task.start}
            zone={zone}
            onPick={(start) => void acts.change(task, { start })}
            onDone={close}
          />
        )}
      </Property>
      <Estimate task={task} mayEdit={may.edit} />
      <Watchers task={task} people={people} mayEdit={may.edit} />
    </dl>
  );
}

/** What the date is called where it was meant. */
function Theirs({ date, zone }: { date: TaskDate; zone: string }) {
  const words = theirDate(date, zone);
  return words && <span className={classes.none}>{words}</span>;
}
