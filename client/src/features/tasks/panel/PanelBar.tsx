import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArchive,
  IconArrowsMove,
  IconChevronRight,
  IconCopy,
  IconDots,
  IconEye,
  IconLink,
  IconQuestionMark,
  IconTrash,
} from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SpaceRow, type TaskRow, useMe, useRows } from "../../../kernel/replica";
import { PendingMark } from "../../../kernel/ui";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { HearButton } from "../../attention/hearing/HearButton";
import { useSpaceName } from "../../spaces/spaceName";
import { PickPlace } from "../pick/PickPlace";
import type { TaskRights } from "../taskRights";
import { useTaskActs } from "../useTaskActs";
import { unwatchTask, watchTask } from "../watchTask";
import classes from "./PanelBar.module.css";

const WhyNot = lazy(() => import("../../attention/ledger/WhyNot").then((file) => ({ default: file.WhyNot })));

export interface PanelBarProps {
  task: TaskRow;
  space: SpaceRow;
  may: TaskRights;
  /** On a page of its own; in the drawer the key stands above. */
  wide: boolean;
}

/** Where the task stands, and what can be done with it as a whole. */
export function PanelBar({ task, space, may, wide }: PanelBarProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const name = useSpaceName(space);
  const list = useRows((db) => db.lists.get(task.listId), [task.listId]);
  const [moving, setMoving] = useState(false);
  const watching = task.watcherIds.includes(me.id);

  return (
    <div className={classes.bar}>
      <nav aria-label={t("where")} className={classes.where}>
        <Link to="/s/$spaceId/board" params={{ spaceId: space.id }} className={classes.space}>
          {name}
        </Link>
        <IconChevronRight size={14} stroke={1.6} aria-hidden />
        {may.move ? (
          <PickPopover
            opened={moving}
            onClose={() => setMoving(false)}
            label={t("act.move")}
            target={
              <button
                type="button"
                className={classes.list}
                aria-haspopup="listbox"
                aria-expanded={moving}
                aria-label={t("inList", { name: list?.name })}
                onClick={() => setMoving(!moving)}
              >
                {list?.name}
              </button>
            }
          >
            <PickPlace task={task} maySend={may.send} onDone={() => setMoving(false)} />
          </PickPopover>
        ) : (
          <span>{list?.name}</span>
        )}
        {wide && <span className={classes.key}>{task.key}</span>}
        <PendingMark table="tasks" row={task} />
      </nav>
      {may.comment && !task.deletedAt && (
        <HearButton
          place="task"
          placeId={task.id}
          spaceId={task.spaceId}
          title={task.title}
          follows={watching}
          follow={watchTask(task, me.id)}
          unfollow={unwatchTask(task, me.id)}
          word={t(watching ? "watching" : "watch")}
          hint={t(watching ? "unwatchNote" : "watchNote")}
          icon={<IconEye size={16} stroke={1.6} />}
          size="compact-sm"
        />
      )}
      <PanelMenu task={task} may={may} onMove={() => setMoving(true)} />
    </div>
  );
}

function PanelMenu({ task, may, onMove }: { task: TaskRow; may: TaskRights; onMove: () => void }) {
  const { t } = useTranslation(["tasks", "why"]);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const acts = useTaskActs();
  const navigate = useNavigate();
  const icon = { size: 18, stroke: 1.6 };
  const handleDuplicate = async () => {
    const id = await acts.duplicate(task);
    if (id) void navigate({ to: ".", search: (old: object) => ({ ...old, task: id }) });
  };
  return (
    <>
      <Menu position="bottom-end" width={220} shadow="md" keepMounted={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("menuOf", { title: task.title })}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => void acts.copyLink(task)}>
            {t("act.copyLink")}
          </Menu.Item>
          {may.move && (
            <Menu.Item leftSection={<IconArrowsMove {...icon} />} onClick={onMove}>
              {t("act.move")}
            </Menu.Item>
          )}
          {may.create && !task.deletedAt && (
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void handleDuplicate()}>
              {t("act.duplicate")}
            </Menu.Item>
          )}
          {may.edit && (
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={() => void acts.archive(task)}>
              {t("act.archive")}
            </Menu.Item>
          )}
          {may.remove && !task.deletedAt && (
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void acts.remove(task)}>
              {t("act.delete")}
            </Menu.Item>
          )}
          {task.createdBy !== me.id && (
            <Menu.Item leftSection={<IconQuestionMark {...icon} />} onClick={() => setAsking(true)}>
              {t("why:ask")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{asking && <WhyNot itemId={task.id} onClose={() => setAsking(false)} />}</Suspense>
    </>
  );
}
