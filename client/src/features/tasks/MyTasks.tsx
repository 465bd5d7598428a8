import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe, useRows } from "../../kernel/replica";
import { useTitle } from "../../kernel/ui";

export function MyTasks() {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const tasks = useRows((db) => db.tasks.where("assigneeIds").equals(me.id).toArray(), [me.id]);
  useTitle(t("mine"));
  return (
    <Stack p="md">
      <Title order={1}>{t("mine")}</Title>
      {tasks?.map((task) => (
        <Text key={task.id}>{task.title}</Text>
      ))}
    </Stack>
  );
}
