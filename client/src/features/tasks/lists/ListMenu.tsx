import { NumberInput } from "@mantine/core";
import "@mantine/core/styles/NumberInput.layer.css";
import {
  IconArchive,
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconPencil,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ListRow, useReplica, useSubmit } from "../../../kernel/replica";
import { offerUndo } from "../../../kernel/ui";
import { HuePicker } from "../../../kernel/ui/HuePicker";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { isOnBoard } from "../board/cards";
import { focusList } from "../board/focus";
import { byOrder, keyAt } from "../order";
import { archiveList, changeList, restoreList } from "./changeList";
import classes from "./ListMenu.module.css";

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
    const tasks = await db.tasks.where("[listId+orderKey]").between([list.id, ""], [list.id, "\uffff"]).toArray();
    const count = tasks.filter(isOnBoard).length;
    await submit(archiveList(list));
    const words =
      count > 0 ? t("list.archivedWith", { name: list.name, count }) : t("list.archived", { name: list.name });
    offerUndo(words, () => {
      void submit(restoreList(list));
      focusList(list.id);
    });
  };
  const handleLimit = (value: string | number) => {
    const wipLimit = value === "" ? null : Number(value);
    if (wipLimit !== list.wipLimit && (wipLimit === null || wipLimit > 0)) void submit(changeList(list, { wipLimit }));
  };

  const icon = { size: 18, stroke: 1.6, "aria-hidden": true } as const;
  const Done = list.done ? IconCircleDashed : IconCircleCheck;
  const act = (run: () => void) => () => {
    onClose();
    run();
  };

  return (
    <PickPopover opened onClose={onClose} label={t("list.menu", { name: list.name })} target={at} width={240}>
      <div className={classes.menu}>
        <Act icon={<IconPencil {...icon} />} first onClick={act(onRename)}>
          {t("list.rename")}
        </Act>
        <Act icon={<IconArrowLeft {...icon} />} onClick={act(() => void moveBy(-1))}>
          {t("list.left")}
        </Act>
        <Act icon={<IconArrowRight {...icon} />} onClick={act(() => void moveBy(1))}>
          {t("list.right")}
        </Act>
        <Act icon={<Done {...icon} />} onClick={act(() => void submit(changeList(list, { done: !list.done })))}>
          {t(list.done ? "list.unmarkDone" : "list.markDone")}
        </Act>
        <hr className={classes.line} />
        <HuePicker
          compact
          label={t("list.colour")}
          value={list.colour}
          onPick={(colour) => void submit(changeList(list, { colour }))}
          onClear={() => void submit(changeList(list, { colour: null }))}
        />
        <NumberInput
          className={classes.limit}
          size="xs"
          min={1}
          max={999}
          allowDecimal={false}
          label={t("list.limit")}
          placeholder={t("list.noLimit")}
          defaultValue={list.wipLimit ?? ""}
          onKeyDown={(event) => event.key === "Enter" && act(() => handleLimit(event.currentTarget.value))()}
          onBlur={(event) => handleLimit(event.currentTarget.value)}
        />
        <hr className={classes.line} />
        <Act icon={<IconArchive {...icon} />} onClick={act(() => void handleArchive())}>
          {t("list.archive")}
        </Act>
      </div>
    </PickPopover>
  );
}

interface ActProps {
  icon: ReactNode;
  first?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Act({ icon, first, onClick, children }: ActProps) {
  return (
    <button type="button" className={classes.act} data-autofocus={first} onClick={onClick}>
      {icon} {children}
    </button>
  );
}
