import { ActionIcon, Group, TextInput } from "@mantine/core";
import { IconArchive, IconArrowLeft, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type LabelRow, newId, type TaskRow, useRows, useSubmit } from "../../../kernel/replica";
import { hueOf, offerUndo } from "../../../kernel/ui";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { HuePicker } from "../../../kernel/ui/HuePicker";
import { useLabels } from "../board/useBoard";
import { Back, Foot } from "../pick/Foot";
import { archiveLabel, changeLabel, restoreLabel } from "./changeLabel";
import { createLabel } from "./createLabel";
import { LabelPill } from "./LabelPill";
import { labelTask, unlabelTask } from "./labelTask";

/** The space's labels for one task; who may, also makes and changes them here. */
export function PickLabels({ task }: { task: TaskRow }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const space = useRows((db) => db.spaces.get(task.spaceId), [task.spaceId]);
  const labels = [...(useLabels(task.spaceId)?.values() ?? [])];
  const [editing, setEditing] = useState<"list" | string | null>(null);
  const mayShape = space?.can.includes("label.manage");
  const offered = labels.filter((label) => !label.archivedAt || task.labelIds.includes(label.id));
  const edited = labels.find((label) => label.id === editing);

  const handleCreate = async (name: string) => {
    const id = newId();
    await submit(createLabel(task.spaceId, name, hueOf(id), id));
    await submit(labelTask(task, id));
  };
  const handleToggle = (id: string) =>
    void submit(task.labelIds.includes(id) ? unlabelTask(task, id) : labelTask(task, id));

  if (edited) return <EditLabel label={edited} onDone={() => setEditing("list")} />;
  return (
    <>
      <ChoiceList
        key={editing}
        label={t(editing ? "label.which" : "pick.label")}
        choices={offered.map((label) => ({ id: label.id, label: label.name, mark: <Swatch label={label} /> }))}
        chosen={editing ? [] : task.labelIds}
        onToggle={editing ? setEditing : handleToggle}
        whenNone={mayShape ? t("noLabelYet") : undefined}
        onCreate={mayShape && !editing ? (name) => void handleCreate(name) : undefined}
        maxLength={longest.labelName}
      />
      {mayShape && labels.length > 0 && !editing && (
        <Foot icon={<IconPencil size={16} stroke={1.6} />} onClick={() => setEditing("list")}>
          {t("label.change")}
        </Foot>
      )}
      {editing && <Back onClick={() => setEditing(null)} />}
    </>
  );
}

const Swatch = ({ label }: { label: LabelRow }) => (
  <span
    data-hue={label.colour}
    style={{ width: 10, height: 10, flex: "none", borderRadius: 3, background: "var(--hue-strong)" }}
  />
);

function EditLabel({ label, onDone }: { label: LabelRow; onDone: () => void }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const handleName = (name: string) => {
    if (name.trim() && name.trim() !== label.name) void submit(changeLabel(label, { name: name.trim() }));
  };
  const handleArchive = async () => {
    await submit(archiveLabel(label));
    offerUndo(t("label.archived", { name: label.name }), () => void submit(restoreLabel(label)));
    onDone();
  };
  return (
    <>
      <Group gap={8} p={8} wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" aria-label={t("back")} onClick={onDone}>
          <IconArrowLeft size={18} stroke={1.6} />
        </ActionIcon>
        <LabelPill label={label} />
      </Group>
      <TextInput
        mx={12}
        mb={8}
        autoFocus
        aria-label={t("label.name")}
        defaultValue={label.name}
        maxLength={longest.labelName}
        onBlur={(event) => handleName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          handleName(event.currentTarget.value);
          onDone();
        }}
      />
      <HuePicker
        compact
        label={t("label.colour")}
        value={label.colour}
        onPick={(colour) => void submit(changeLabel(label, { colour }))}
      />
      <Foot icon={<IconArchive size={16} stroke={1.6} />} onClick={() => void handleArchive()}>
        {t("label.archive")}
      </Foot>
    </>
  );
}
