import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../../kernel/replica";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { PickLabels } from "../labels/PickLabels";
import { PickAssignees } from "../pick/PickAssignees";
import { PickDate } from "../pick/PickDate";
import { PickPlace } from "../pick/PickPlace";
import { PickPriority } from "../pick/PickPriority";
import { taskRights } from "../taskRights";
import { useTaskActs } from "../useTaskActs";
import type { Opening } from "./boardContext";
import { TaskMenu } from "./TaskMenu";

export interface TaskMenusProps {
  taskId: string;
  opening: Opening;
  at: DOMRect;
  onTurn: (opening: Opening) => void;
  onOpen: () => void;
  onRename: () => void;
  onClose: () => void;
}

/** What opens on a card: its menu, or what the menu and the keys lead to. */
export function TaskMenus({ taskId, opening, at, onTurn, onOpen, onRename, onClose }: TaskMenusProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const task = useRows((db) => db.tasks.get(taskId), [taskId]);
  const space = useRows((db) => db.spaces.get(task?.spaceId ?? ""), [task?.spaceId]);
  const acts = useTaskActs();
  if (!task || !space) return null;

  const may = taskRights(space, task, me.id);
  if (opening === "menu") {
    return (
      <TaskMenu task={task} may={may} at={at} onTurn={onTurn} onOpen={onOpen} onRename={onRename} onClose={onClose} />
    );
  }
  return (
    <PickPopover opened onClose={onClose} label={t(`act.${opening}`)} target={at} width={opening === "due" ? 282 : 280}>
      {opening === "assign" && <PickAssignees task={task} />}
      {opening === "labels" && <PickLabels task={task} />}
      {opening === "priority" && <PickPriority task={task} onDone={onClose} />}
      {opening === "move" && <PickPlace task={task} maySend={may.send} onDone={onClose} />}
      {opening === "due" && (
        <PickDate
          label={t("due")}
          value={task.due}
          zone={me.person.zone}
          onPick={(due) => void acts.change(task, { due })}
          onDone={onClose}
        />
      )}
    </PickPopover>
  );
}
