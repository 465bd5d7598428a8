import { Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCalendar,
  IconDots,
  IconExternalLink,
  IconTrash,
  IconUser,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChecklistItem } from "../../../kernel/api/types";
import { type TaskRow, useMe, useReplica, useSubmit } from "../../../kernel/replica";
import { Face, offerUndo, tell } from "../../../kernel/ui";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { usePeople } from "../board/useBoard";
import { byOrder, keyAt } from "../order";
import { PickDate } from "../pick/PickDate";
import type { TaskRights } from "../taskRights";
import { restoreItem } from "./addItem";
import classes from "./Checklist.module.css";
import { changeItem } from "./changeItem";
import { promoteItem } from "./promoteItem";
import { removeItem } from "./removeItem";

export interface ChecklistMenuProps {
  task: TaskRow;
  item: ChecklistItem;
  may: TaskRights;
  /** By so many places. */
  onMove: (step: number) => void;
}

/** Owner, date, a task of its own, delete. */
export function ChecklistMenu({ task, item, may, onMove }: ChecklistMenuProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const people = usePeople(task.spaceId);
  const [picking, setPicking] = useState<"menu" | "owner" | "due" | null>(null);
  const close = () => setPicking(null);
  const icon = { size: 18, stroke: 1.6 };

  const handlePromote = async () => {
    const list = await db.lists.get(task.listId);
    if (!list) return;
    const rows = await db.tasks.where("[listId+orderKey]").between([list.id, ""], [list.id, "\uffff"]).toArray();
    const at = rows.sort(byOrder).findIndex((one) => one.id === task.id) + 1;
    await submit(promoteItem(task, item, list, keyAt(rows, at), me.id));
    tell(t("checklist.promoted", { text: item.text, list: list.name }));
  };
  const handleRemove = async () => {
    await submit(removeItem(task, item.id));
    offerUndo(t("checklist.removed", { text: item.text }), async () => {
      for (const command of restoreItem(task, item)) await submit(command);
    });
  };

  const button = (
    <button
      type="button"
      className={classes.menu}
      aria-label={t("menuOf", { title: item.text })}
      aria-haspopup="menu"
      onClick={() => setPicking("menu")}
    >
      <IconDots size={16} stroke={1.6} aria-hidden />
    </button>
  );
  if (picking === "owner" || picking === "due") {
    return (
      <PickPopover
        opened
        onClose={close}
        label={t(`checklist.${picking}`)}
        target={button}
        width={picking === "due" ? 282 : 280}
      >
        {picking === "owner" ? (
          <ChoiceList
            label={t("checklist.owner")}
            choices={[...(people?.values() ?? [])].map((person) => ({
              id: person.id,
              label: person.name,
              mark: <Face person={person} size={22} decorative />,
            }))}
            chosen={item.ownerId ? [item.ownerId] : []}
            onToggle={(id) => {
              void submit(changeItem(task, item.id, { ownerId: id === item.ownerId ? null : id }));
              close();
            }}
          />
        ) : (
          <PickDate
            label={t("checklist.due")}
            value={item.due ? { date: item.due, time: null, zone: null } : null}
            zone={me.person.zone}
            withTime={false}
            onPick={(due) => void submit(changeItem(task, item.id, { due: due?.date ?? null }))}
            onDone={close}
          />
        )}
      </PickPopover>
    );
  }
  return (
    <Menu
      opened={picking === "menu"}
      onChange={(open) => setPicking((old) => (open ? "menu" : old === "menu" ? null : old))}
      position="bottom-end"
      width={220}
      shadow="md"
      keepMounted={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}>
        <Menu.Item closeMenuOnClick={false} leftSection={<IconUser {...icon} />} onClick={() => setPicking("owner")}>
          {t("checklist.owner")}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} leftSection={<IconCalendar {...icon} />} onClick={() => setPicking("due")}>
          {t("checklist.due")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => onMove(-1)}>
          {t("checklist.up")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => onMove(1)}>
          {t("checklist.down")}
        </Menu.Item>
        {may.create && (
          <Menu.Item leftSection={<IconExternalLink {...icon} />} onClick={() => void handlePromote()}>
            {t("checklist.promote")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void handleRemove()}>
          {t("act.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
