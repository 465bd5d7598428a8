import { Menu, NumberInput } from "@mantine/core";
import "@mantine/core/styles/NumberInput.layer.css";
import {
  IconArchive,
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconPencil,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type ListRow, useReplica, useSubmit } from "../../../kernel/replica";
import { offerUndo } from "../../../kernel/ui";
import { byOrder, keyAt } from "../order";
import { Hues } from "../pick/Hues";
import { Place } from "../pick/PickPopover";
import { archiveList, changeList, restoreList } from "./changeList";

export interface ListMenuProps {
  list: ListRow;
  at: DOMRect;
  onRename: () => void;
  onClose: () => void;
}

/** What can be done with a list; a chunk of its own, since the board is painted without it. */
export function ListMenu({ list, at, onRename, onClose }: ListMenuProps) {
  const { t } = useTranslation("tasks");
  const db = useReplica();
  const submit = useSubmit();

  const moveBy = async (step: number) => {
    const lists = (await db.lists.where({ spaceId: list.spaceId }).toArray()).filter((one) => !one.archivedAt);
    const at = lists.sort(byOrder).findIndex((one) => one.id === list.id);
    const others = lists.filter((one) => one.id !== list.id);
    if (at + step < 0 || at + step > others.length) return;
    await submit(changeList(list, { orderKey: keyAt(others, at + step) }));
  };
  const handleArchive = async () => {
    await submit(archiveList(list));
    offerUndo(t("list.archived", { name: list.name }), () => void submit(restoreList(list)));
  };
  const handleLimit = (value: string | number) => {
    const wipLimit = value === "" ? null : Number(value);
    if (wipLimit !== list.wipLimit && (wipLimit === null || wipLimit > 0)) void submit(changeList(list, { wipLimit }));
  };

  return (
    <Menu
      opened
      onChange={(open) => !open && onClose()}
      position="bottom-end"
      width={240}
      shadow="md"
      returnFocus
      withinPortal
    >
      <Menu.Target>
        <Place at={at} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("list.menu", { name: list.name })}>
        <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} />} onClick={onRename}>
          {t("list.rename")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowLeft size={18} stroke={1.6} />} onClick={() => void moveBy(-1)}>
          {t("list.left")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={18} stroke={1.6} />} onClick={() => void moveBy(1)}>
          {t("list.right")}
        </Menu.Item>
        <Menu.Item
          leftSection={
            list.done ? <IconCircleDashed size={18} stroke={1.6} /> : <IconCircleCheck size={18} stroke={1.6} />
          }
          onClick={() => void submit(changeList(list, { done: !list.done }))}
        >
          {t(list.done ? "list.unmarkDone" : "list.markDone")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("list.colour")}</Menu.Label>
        <Hues
          label={t("list.colour")}
          value={list.colour}
          clearable
          onPick={(colour) => void submit(changeList(list, { colour }))}
        />
        <Menu.Label>{t("list.limit")}</Menu.Label>
        <NumberInput
          mx={12}
          mb={8}
          size="xs"
          min={1}
          max={999}
          allowDecimal={false}
          aria-label={t("list.limit")}
          placeholder={t("list.noLimit")}
          defaultValue={list.wipLimit ?? ""}
          onKeyDown={(event) => event.key === "Enter" && handleLimit(event.currentTarget.value)}
          onBlur={(event) => handleLimit(event.currentTarget.value)}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconArchive size={18} stroke={1.6} />} onClick={() => void handleArchive()}>
          {t("list.archive")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
