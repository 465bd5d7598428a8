import { Button, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { InvitationResponse } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { useMe, useRows } from "../../kernel/replica";
import { listed } from "../../kernel/text/listed";
import { Empty, ProblemNote, When } from "../../kernel/ui";
import { Asking } from "./Asking";
import { InviteForm } from "./InviteForm";
import classes from "./SettingsFrame.module.css";

export function Invitations() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { items, problem, more, again } = usePages<InvitationResponse>("/invitations");
  const [revoking, setRevoking] = useState<InvitationResponse>();
  const [asking, ask] = useDisclosure(false);
  const inviteButton = useRef<HTMLButtonElement>(null);
  const names = useRows(async (db) => new Map((await db.spaces.toArray()).map((one) => [one.id, one.name])), []);
  const [inviting, { open, close }] = useDisclosure(false);
  const valid = items?.filter((one) => !one.revoked && Date.parse(one.expiresAt) > Date.now() && one.used !== one.uses);
  const handleRevoke = (invitation: InvitationResponse) => {
    setRevoking(invitation);
    ask.open();
  };
  const handleClose = () => {
    close();
    setTimeout(() => inviteButton.current?.focus());
  };
  const nameOf = ({ email, spaceIds }: InvitationResponse) => {
    const spaces = spaceIds.map((id) => names?.get(id) ?? t("invitations.otherSpace"));
    const into = listed(new Set(spaces));
    return [email ?? t("invitations.byLink"), into && t("invitations.into", { spaces: into })]
      .filter(Boolean)
      .join(" ");
  };

  return (
    <section className={classes.section}>
      <Group justify="space-between">
        <Title order={2}>{t("invitations.title")}</Title>
        {!inviting && (
          <Button ref={inviteButton} onClick={open}>
            {t("invitations.invite")}
          </Button>
        )}
      </Group>
      {inviting && <InviteForm onMade={again} onClose={handleClose} />}
      <ProblemNote error={problem} again={again} />
      {valid?.length === 0 && !inviting && <Empty>{t("invitations.none")}</Empty>}
      <ul className={classes.rows}>
        {valid?.map((one) => (
          <li key={one.id} className={classes.row}>
            <div className={classes.grow}>
              <Text fw={500}>{nameOf(one)}</Text>
              <Text size="xs" c="dimmed">
                {t(`roles.${one.role}`)} ·{" "}
                {one.uses === null
                  ? t("invitations.used", { used: one.used })
                  : t("invitations.usedOf", { used: one.used, uses: one.uses })}{" "}
                · {t("invitations.until")} <When at={one.expiresAt} zone={me.person.zone} />
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("invitations.revokeOf", { name: nameOf(one) })}
              onClick={() => handleRevoke(one)}
            >
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
      <Asking
        title={t("invitations.revokeOf", { name: revoking && nameOf(revoking) })}
        act={t("invitations.revoke")}
        opened={asking}
        onAct={() => call("DELETE", `/invitations/${revoking?.id}`).then(again)}
        onClose={ask.close}
      >
        {t("invitations.revokeText")}
      </Asking>
    </section>
  );
}
