import { Badge, Button, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { SessionResponse } from "../../kernel/api/types";
import { useAnswer } from "../../kernel/api/useAnswer";
import { useMe } from "../../kernel/replica";
import { ProblemNote, When } from "../../kernel/ui";
import { Asking } from "./Asking";
import classes from "./SettingsFrame.module.css";
import { SignOutButton } from "./SignOutButton";

export function SessionList() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const { data, problem, again } = useAnswer<SessionResponse[]>("/sessions");
  const [ending, setEnding] = useState<SessionResponse>();
  const [asking, { open, close }] = useDisclosure(false);
  const handleAsk = (session: SessionResponse) => {
    setEnding(session);
    open();
  };

  return (
    <section className={classes.section}>
      <Title order={2}>{t("sessions.title")}</Title>
      <Text c="dimmed">{t("sessions.text")}</Text>
      <ProblemNote error={problem} again={again} />
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
                onClick={() => handleAsk(session)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SignOutButton />
      <Asking
        title={t("sessions.endOf", { device: ending?.device })}
        act={t("sessions.end")}
        opened={asking}
        onAct={() => call("DELETE", `/sessions/${ending?.id}`).then(again)}
        onClose={close}
      >
        {t("sessions.endText")}
      </Asking>
    </section>
  );
}
