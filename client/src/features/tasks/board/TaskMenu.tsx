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
import type { TaskRow } from "../../../kernel/replica";
import { Place } from "../../../kernel/ui/PickPopover";
import { PriorityMark } from "../PriorityMark";
import type { TaskRights } from "../taskRights";
import { useTaskActs } from "../useTaskActs";
import type { Opening } from "./boardContext";
import classes from "./TaskMenu.module.css";

interface TaskMenuProps {
  task: TaskRow;
  may: TaskRights;
  at: DOMRect;
  /** To what is picked from: the menu gives way to it. */
  onTurn: (opening: Opening) => void;
  onOpen: () => void;
  onRename: () => void;
  onClose: () => void;
}

/** The one menu of a board, at the card it was opened on; what may not be done is not in it. */
export function TaskMenu({ task, may, at, onTurn, onOpen, onRename, onClose }: TaskMenuProps) {
  const { t } = useTranslation("tasks");
  const acts = useTaskActs();
  const icon = { size: 18, stroke: 1.6 };
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

const Key = ({ children }: { children: string }) => (
  <span aria-hidden className={classes.key}>
    {children}
  </span>
);
