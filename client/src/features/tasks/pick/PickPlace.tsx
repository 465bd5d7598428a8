import { Button, Group } from "@mantine/core";
import { IconArrowLeft, IconLayoutGrid } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListRow, type TaskRow, useMe, useReplica, useRows, useSubmit } from "../../../kernel/replica";
import { spaceName } from "../../spaces/spaceName";
import { moveTask } from "../moveTask";
import { byOrder, keyAtBottom, keyAtTop } from "../order";
import { useSendAway } from "../useSendAway";
import { ChoiceList } from "./ChoiceList";

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
    const [listId, end] = id.split(":");
    const list = lists?.find((one) => one.id === listId);
    if (list) void put(list, end === "top" ? "top" : "bottom");
  };

  if (spaceId === null)
    return <PickSpace from={task.spaceId} onPick={setSpaceId} onBack={() => setSpaceId(task.spaceId)} />;
  const places = [...(lists ?? [])].sort(byOrder).flatMap((list) =>
    (["top", "bottom"] as const).map((end) => ({
      id: `${list.id}:${end}`,
      label: list.name,
      hint: t(`place.${end}`),
    })),
  );
  const away = maySend && spaceId === task.spaceId;
  return (
    <ChoiceList
      key={spaceId}
      label={t("pick.place")}
      choices={[
        ...places,
        ...(away
          ? [{ id: other, label: t("place.otherSpace"), mark: <IconLayoutGrid size={16} stroke={1.6} aria-hidden /> }]
          : []),
      ]}
      chosen={[]}
      onToggle={handlePick}
    />
  );
}

interface PickSpaceProps {
  from: string;
  onPick: (spaceId: string) => void;
  onBack: () => void;
}

function PickSpace({ from, onPick, onBack }: PickSpaceProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const choices = useRows(
    async (db) => {
      const spaces = (await db.spaces.toArray()).filter((one) => one.id !== from && one.can.includes("task.create"));
      const people = await db.people.bulkGet([...new Set(spaces.flatMap((one) => one.memberIds))]);
      const known = new Map(people.flatMap((one) => (one ? [[one.id, one] as const] : [])));
      return spaces.map((one) => ({ id: one.id, label: spaceName(one, me.id, known) }));
    },
    [from, me.id],
  );
  return (
    <>
      <ChoiceList label={t("pick.space")} choices={choices ?? []} chosen={[]} onToggle={onPick} />
      <Group px={4} pb={4}>
        <Button
          fullWidth
          justify="flex-start"
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} stroke={1.6} />}
          onClick={onBack}
        >
          {t("back")}
        </Button>
      </Group>
    </>
  );
}
