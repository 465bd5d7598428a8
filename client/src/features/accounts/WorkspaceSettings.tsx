import { Group, NativeSelect, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { longest } from "../../kernel/api/lengths";
import type { Request } from "../../kernel/api/types";
import { useMe } from "../../kernel/replica";
import { ProblemNote } from "../../kernel/ui";
import { KeptField } from "../../kernel/ui/KeptField";
import classes from "./SettingsFrame.module.css";
import { useSending } from "./useSending";

const times = Array.from({ length: 11 }, (_, count) => String(count));

/** The workspace's name and its limits, for those who manage it. Everybody is told new ones. */
export function WorkspaceSettings() {
  const { t } = useTranslation("accounts");
  const { workspace } = useMe();
  const { problem, send } = useSending();
  const edit = (body: Request<"EditWorkspace">) => void send(() => call("PATCH", "/workspace", { body }));
  return (
    <section className={classes.section}>
      <Title order={2}>{t("workspace.title")}</Title>
      <KeptField
        label={t("setUp.workspace")}
        description={t("workspace.nameHint")}
        required
        maxLength={longest.workspaceName}
        value={workspace.name}
        onKeep={(name) => edit({ name })}
      />
      <Group gap="lg" align="flex-start">
        <NativeSelect
          label={t("workspace.sent")}
          data={times}
          value={String(workspace.breakGlassSent ?? 1)}
          onChange={(event) => edit({ breakGlassSent: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t("workspace.received")}
          description={t("workspace.receivedHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={times}
          value={String(workspace.breakGlassReceived ?? 2)}
          onChange={(event) => edit({ breakGlassReceived: Number(event.currentTarget.value) })}
        />
      </Group>
      <ProblemNote error={problem} />
    </section>
  );
}
