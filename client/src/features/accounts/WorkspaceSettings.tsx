import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { longest } from "../../kernel/api/lengths";
import type { Request } from "../../kernel/api/types";
import { useMe } from "../../kernel/replica";
import { ProblemNote } from "../../kernel/ui";
import { KeptField } from "../../kernel/ui/KeptField";
import classes from "./SettingsFrame.module.css";
import { useSending } from "./useSending";

/** The workspace's name, for those who manage it. Everybody is told a new one. */
export function WorkspaceSettings() {
  const { t } = useTranslation("accounts");
  const { workspace } = useMe();
  const { problem, send } = useSending();
  const handleName = (name: string) =>
    void send(() => call("PATCH", "/workspace", { body: { name } satisfies Request<"RenameWorkspace"> }));
  return (
    <section className={classes.section}>
      <Title order={2}>{t("workspace.title")}</Title>
      <KeptField
        label={t("setUp.workspace")}
        description={t("workspace.nameHint")}
        required
        maxLength={longest.workspaceName}
        value={workspace.name}
        onKeep={handleName}
      />
      <ProblemNote error={problem} />
    </section>
  );
}
