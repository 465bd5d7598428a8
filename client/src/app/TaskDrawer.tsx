import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cardOf } from "../features/tasks/board/focus";
import { TaskPanel } from "../features/tasks/TaskPanel";
import { useRows } from "../kernel/replica";
import { Drawer } from "../kernel/ui";
import { useDrawer } from "./useDrawer";

export function TaskDrawer({ taskId }: { taskId: string }) {
  const { t } = useTranslation("app");
  const task = useRows((db) => db.tasks.get(taskId), [taskId]);
  const navigate = useNavigate();
  const { close } = useDrawer();
  return (
    <Drawer
      label={t("task", { title: task?.title ?? "" })}
      title={task?.key}
      onClose={close}
      behind={() => cardOf(taskId)}
      onExpand={() => void navigate({ to: "/t/$taskId", params: { taskId } })}
    >
      <TaskPanel taskId={taskId} />
    </Drawer>
  );
}
