import { Button, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { InvitationResponse } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { useMe } from "../../kernel/replica";
import { Empty, ProblemNote, When } from "../../kernel/ui";
import { InviteForm } from "./InviteForm";
import classes from "./SettingsFrame.module.css";

export function Invitations() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { items, problem, more, again } = usePages<InvitationResponse>("/invitations");
  const [failed, setFailed] = useState<unknown>();
  const [inviting, { open, close }] = useDisclosure(false);
  const valid = items?.filter((one) => !one.revoked && Date.parse(one.expiresAt) > Date.now() && one.used !== one.uses);
  const handleRevoke = (id: string) => call("DELETE", `/invitations/${id}`).then(again, setFailed);

  return (
    <section className={classes.section}>
      <Group justify="space-between">
        <Title order={2}>{t("invitations.title")}</Title>
        {!inviting && <Button onClick={open}>{t("invitations.invite")}</Button>}
      </Group>
      {inviting && <InviteForm onMade={again} onClose={close} />}
      <ProblemNote error={failed ?? problem} again={again} />
      {valid?.length === 0 && !inviting && <Empty>{t("invitations.none")}</Empty>}
      <ul className={classes.rows}>
        {valid?.map((one) => (
          <li key={one.id} className={classes.row}>
            <div className={classes.grow}>
              <Text fw={500}>{one.email ?? t("invitations.byLink")}</Text>
              <Text size="xs" c="dimmed">
                {t(`roles.${one.role}`)} ·{" "}
                {one.uses === null
                  ? t("invitations.used", { used: one.used })
                  : t("invitations.usedOf", { used: one.used, uses: one.uses })}{" "}
                · {t("invitations.until")} <When at={one.expiresAt} zone={me.person.zone} />
              </Text>
            </div>
            <Button variant="default" size="compact-sm" onClick={() => handleRevoke(one.id)}>
              {t("invitations.revoke")}
            </Button>
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="subtle" size="compact-sm" onClick={more}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}
