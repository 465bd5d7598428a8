import { Badge, Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { SessionResponse } from "../../kernel/api/types";
import { useAnswer } from "../../kernel/api/useAnswer";
import { useMe } from "../../kernel/replica";
import { signOut } from "../../kernel/session/session";
import { ProblemNote, When } from "../../kernel/ui";
import classes from "./SettingsFrame.module.css";
import { SignOutButton } from "./SignOutButton";

export function SessionList() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { data, problem, again } = useAnswer<SessionResponse[]>("/sessions");
  const [failed, setFailed] = useState<unknown>();
  const handleEnd = (session: SessionResponse) =>
    call("DELETE", `/sessions/${session.id}`).then(() => (session.current ? signOut() : again()), setFailed);

  return (
    <section className={classes.section}>
      <Title order={2}>{t("sessions.title")}</Title>
      <Text c="dimmed">{t("sessions.text")}</Text>
      <ProblemNote error={failed ?? problem} again={again} />
      <ul className={classes.rows}>
        {data?.map((session) => (
          <li key={session.id} className={classes.row}>
            <div className={classes.grow}>
              <Text fw={500}>{session.device}</Text>
              <Text size="xs" c="dimmed">
                {t("sessions.since")} <When at={session.createdAt} zone={me.person.zone} />
              </Text>
            </div>
            {session.current ? (
              <Badge color="teal">{t("sessions.this")}</Badge>
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t("sessions.endOf", { device: session.device })}
                onClick={() => handleEnd(session)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SignOutButton />
    </section>
  );
}
