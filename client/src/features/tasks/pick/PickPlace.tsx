import { IconLayoutGrid } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListRow, type TaskRow, useMe, useReplica, useRows, useSubmit } from "../../../kernel/replica";
import { type Choice, ChoiceList } from "../../../kernel/ui/ChoiceList";
import { spaceName } from "../../spaces/spaceName";
import { moveTask } from "../moveTask";
import { byOrder, keyAtBottom, keyAtTop } from "../order";
import { useSendAway } from "../useSendAway";
import { Back } from "./Foot";

export interface PickPlaceProps {
  task: TaskRow;
  /** Whether it may leave its space. */
  maySend: boolean;
  onDone: (moved: boolean) => void;
}

const other = "other";

/** "Move to…": a list, its top or its bottom, or another space. */
export function PickPlace({ task, maySend, onDone }: PickPlaceProps) {
  const { t } = useTranslation("tasks");
  const db = useReplica();
  const submit = useSubmit();
  const send = useSendAway();
  const [spaceId, setSpaceId] = useState<string | null>(task.spaceId);
  const lists = useRows(
    async (db) => (await db.lists.where({ spaceId: spaceId ?? "" }).toArray()).filter((one) => !one.archivedAt),
    [spaceId],
  );

  const spaces = useOtherSpaces(task.spaceId);
  const there = spaces.find((one) => one.id === spaceId);

  const put = async (list: ListRow, end: "top" | "bottom") => {
    const rows = await db.tasks.where("[listId+orderKey]").between([list.id, ""], [list.id, "\uffff"]).toArray();
    const others = rows.filter((row) => row.id !== task.id).sort(byOrder);
    const key = end === "top" ? keyAtTop(others) : keyAtBottom(others);
    if (list.spaceId === task.spaceId) {
      await submit(moveTask(task, list, key));
    } else {
      await send(task, list, key);
    }
    onDone(true);
  };
  const handlePick = (id: string) => {
    if (id === other) return setSpaceId(null);
    if (spaces.some((one) => one.id === id)) return setSpaceId(id);
    const [listId, end] = id.split(":");
    const list = lists?.find((one) => one.id === listId);
    if (list) void put(list, end === "top" ? "top" : "bottom");
  };

  if (spaceId === null)
    return (
      <>
        <ChoiceList label={t("pick.space")} choices={spaces} chosen={[]} onToggle={setSpaceId} />
        <Back onClick={() => setSpaceId(task.spaceId)} />
      </>
    );
  const places = [...(lists ?? [])].sort(byOrder).flatMap((list) =>
    (["top", "bottom"] as const).map((end) => ({
      id: `${list.id}:${end}`,
      label: list.name,
      hint: t(`place.${end}`),
    })),
  );
  const away = maySend && spaceId === task.spaceId;
  return (
    <>
      <ChoiceList
        key={spaceId}
        label={there ? t("pick.placeIn", { space: there.label }) : t("pick.place")}
        choices={[
          ...places,
          ...(away
            ? [
                {
                  id: other,
                  label: t("place.otherSpace"),
                  mark: <IconLayoutGrid size={16} stroke={1.6} aria-hidden />,
                },
                ...spaces.map((one) => ({ ...one, onlyFound: true })),
              ]
            : []),
        ]}
        chosen={[]}
        onToggle={handlePick}
      />
      {there && <Back onClick={() => setSpaceId(null)}>{there.label}</Back>}
    </>
  );
}

/** Those that may be given a task. */
function useOtherSpaces(from: string): Choice[] {
  const { t: ofSpaces } = useTranslation("spaces");
  const justMe = ofSpaces("justMe");
  const me = useMe();
  const found = useRows(
    async (db) => {
      const spaces = (await db.spaces.toArray()).filter((one) => one.id !== from && one.can.includes("task.create"));
      const people = await db.people.bulkGet([...new Set(spaces.flatMap((one) => one.memberIds))]);
      const known = new Map(people.flatMap((one) => (one ? [[one.id, one] as const] : [])));
      return spaces.map((one) => ({
        id: one.id,
        label: spaceName(one, me.id, known, justMe),
        mark: <IconLayoutGrid size={16} stroke={1.6} aria-hidden />,
      }));
    },
    [from, me.id, justMe],
  );
  return found ?? [];
}
