import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../../kernel/replica";
import { Empty, TextLink } from "../../kernel/ui";
import { Incidents } from "../attention/ledger/Incidents";
import { Invitations } from "./Invitations";
import { PeopleDirectory } from "./PeopleDirectory";
import { WorkspaceSettings } from "./WorkspaceSettings";

/** Who is in the workspace, and who is invited. */
export function PeopleSettings() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  if (!me.can.includes("people.see")) {
    return <Empty action={<TextLink to="/spaces">{t("toSpaces")}</TextLink>}>{t("people.notForGuests")}</Empty>;
  }
  return (
    <Stack gap="lg">
      <Invitations />
      <PeopleDirectory />
      {me.can.includes("workspace.manage") && (
        <>
          <WorkspaceSettings />
          <Incidents />
        </>
      )}
    </Stack>
  );
}
