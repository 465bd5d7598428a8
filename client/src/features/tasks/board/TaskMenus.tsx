import { Menu } from "@mantine/core";
import {
  IconArchive,
  IconArrowsMove,
  IconCalendar,
  IconCopy,
  IconLink,
  IconPencil,
  IconTag,
  IconTrash,
  IconUser,
  IconWindowMaximize,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../../kernel/replica";
import { PickLabels } from "../labels/PickLabels";
import { PriorityMark } from "../PriorityMark";
import { PickAssignees } from "../pick/PickAssignees";
import { PickDate } from "../pick/PickDate";
import { PickPlace } from "../pick/PickPlace";
import { PickPopover, Place } from "../pick/PickPopover";
import { PickPriority } from "../pick/PickPriority";
import { taskRights } from "../taskRights";
import { useTaskActs } from "../useTaskActs";
import type { Opening } from "./boardContext";
import classes from "./TaskMenus.module.css";

export interface TaskMenusProps {
  taskId: string;
  opening: Opening;
  at: DOMRect;
  onTurn: (opening: Opening) => void;
  onOpen: () => void;
  onRename: () => void;
  onClose: () => void;
}

/** The one menu of a board, and what can be picked from it, at the card it was opened on. */
export function TaskMenus({ taskId, opening, at, onTurn, onOpen, onRename, onClose }: TaskMenusProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const task = useRows((db) => db.tasks.get(taskId), [taskId]);
  const space = useRows((db) => db.spaces.get(task?.spaceId ?? ""), [task?.spaceId]);
  const acts = useTaskActs();
  if (!task || !space) return null;

  const may = taskRights(space, task, me.id);
  const icon = { size: 18, stroke: 1.6 };
  if (opening === "menu") {
    return (
      <Menu
        opened
        onChange={(open) => !open && onClose()}
        position="bottom-start"
        width={220}
        returnFocus
        shadow="md"
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Place at={at} />
        </Menu.Target>
        <Menu.Dropdown aria-label={t("menuOf", { title: task.title })}>
          <Menu.Item leftSection={<IconWindowMaximize {...icon} />} rightSection={<Key>Enter</Key>} onClick={onOpen}>
            {t("act.open")}
          </Menu.Item>
          {may.edit && (
            <>
              <Menu.Item leftSection={<IconPencil {...icon} />} rightSection={<Key>E</Key>} onClick={onRename}>
                {t("act.rename")}
              </Menu.Item>
              <Menu.Item
                closeMenuOnClick={false}
                leftSection={<IconUser {...icon} />}
                rightSection={<Key>A</Key>}
                onClick={() => onTurn("assign")}
              >
                {t("act.assign")}
              </Menu.Item>
              <Menu.Item
                closeMenuOnClick={false}
                leftSection={<PriorityMark priority="high" decorative />}
                rightSection={<Key>P</Key>}
                onClick={() => onTurn("priority")}
              >
                {t("act.priority")}
              </Menu.Item>
              <Menu.Item
                closeMenuOnClick={false}
                leftSection={<IconCalendar {...icon} />}
                rightSection={<Key>D</Key>}
                onClick={() => onTurn("due")}
              >
                {t("act.due")}
              </Menu.Item>
              <Menu.Item
                closeMenuOnClick={false}
                leftSection={<IconTag {...icon} />}
                rightSection={<Key>L</Key>}
                onClick={() => onTurn("labels")}
              >
                {t("act.labels")}
              </Menu.Item>
            </>
          )}
          {may.move && (
            <Menu.Item
              closeMenuOnClick={false}
              leftSection={<IconArrowsMove {...icon} />}
              rightSection={<Key>M</Key>}
              onClick={() => onTurn("move")}
            >
              {t("act.move")}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => void acts.copyLink(task)}>
            {t("act.copyLink")}
          </Menu.Item>
          {may.create && (
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void acts.duplicate(task)}>
              {t("act.duplicate")}
            </Menu.Item>
          )}
          {may.edit && (
            <Menu.Item
              leftSection={<IconArchive {...icon} />}
              rightSection={<Key>X</Key>}
              onClick={() => void acts.archive(task)}
            >
              {t("act.archive")}
            </Menu.Item>
          )}
          {may.remove && (
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              rightSection={<Key>Del</Key>}
              onClick={() => void acts.remove(task)}
            >
              {t("act.delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
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

const Key = ({ children }: { children: string }) => (
  <span aria-hidden className={classes.key}>
    {children}
  </span>
);
