import { useTranslation } from "react-i18next";
import type { Priority } from "../../../kernel/api/types";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { priorities } from "../board/filter";
import { changeTask } from "../changeTask";
import { PriorityMark } from "../PriorityMark";

export function PickPriority({ task, onDone }: { task: TaskRow; onDone: () => void }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const handlePick = (priority: Priority) => {
    if (priority !== task.priority) void submit(changeTask(task, { priority }));
    onDone();
  };
  return (
    <ChoiceList
      label={t("pick.priority")}
      choices={priorities.map((id) => ({
        id,
        label: t(`priorities.${id}`),
        mark: <PriorityMark priority={id} decorative />,
      }))}
      chosen={[task.priority]}
      onToggle={(id) => handlePick(id as Priority)}
    />
  );
}
