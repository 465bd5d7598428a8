import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../kernel/api/lengths";
import {
  newId,
  type Replica,
  type TaskRow,
  type TopicRow,
  useMe,
  useReplica,
  useRows,
  useSubmit,
} from "../../kernel/replica";
import { createTask } from "../tasks/createTask";
import { byOrder, keyAtBottom } from "../tasks/order";
import { findTasks } from "./findTasks";

const toMake = "make";

interface MadeTasksProps {
  topic: TopicRow;
  taskIds: string[];
  onChange: (next: string[] | ((old: string[]) => string[])) => void;
}

/** The tasks that came out of a topic: found on the board, or made here by their title. */
export function MadeTasks({ topic: { spaceId }, taskIds, onChange }: MadeTasksProps) {
  const { t } = useTranslation("topics");
  const [db, me, submit] = [useReplica(), useMe(), useSubmit()];
  const [text, setText] = useState("");
  const chosen = useRows((db) => db.tasks.bulkGet(taskIds), [taskIds.join()]) ?? [];
  const found = useRows((db) => findTasks(db, spaceId, text), [spaceId, text]) ?? [];
  const mayMake = useRows(
    async (db) => {
      const may = (await db.spaces.get(spaceId))?.can.includes("task.create");
      return may && (await openLists(db, spaceId)).length > 0;
    },
    [spaceId],
  );
  const options = new Map([...chosen, ...found].flatMap((task) => (task ? [[task.id, labelOf(task)] as const] : [])));
  const title = text.trim().slice(0, longest.taskTitle);
  const data = [...options].map(([value, label]) => ({ value, label }));
  if (mayMake && title) data.push({ value: toMake, label: t("makeTask", { title }) });

  const make = async (): Promise<string | undefined> => {
    const lists = await openLists(db, spaceId);
    const list = lists.find((one) => !one.done) ?? lists[0];
    if (!list) return;
    const present = (await db.tasks.where({ listId: list.id }).toArray()).sort(byOrder);
    const id = newId();
    await submit(createTask(list, me.id, { id, title, orderKey: keyAtBottom(present) }));
    return id;
  };
  const handleChange = async (next: string[]) => {
    setText("");
    if (!next.includes(toMake)) return onChange(next);
    const made = await make();
    if (made) onChange((old) => [...old, made]);
  };

  return (
    <MultiSelect
      label={t("linkTasks")}
      data={data}
      value={taskIds}
      onChange={(next) => void handleChange(next)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // Found already, and those chosen are not offered twice.
      filter={({ options }) => options}
      hidePickedOptions
      maxDropdownHeight={220}
      comboboxProps={{ position: "top-start", middlewares: { flip: true, shift: true } }}
      nothingFoundMessage={t("noTask")}
    />
  );
}

const openLists = async (db: Replica, spaceId: string) =>
  (await db.lists.where({ spaceId }).toArray()).filter((list) => !list.archivedAt).sort(byOrder);

const labelOf = ({ key, title }: TaskRow) => `${key} ${title}`.trim();
