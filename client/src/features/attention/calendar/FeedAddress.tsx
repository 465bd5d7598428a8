import { Button, CopyButton, Group, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { CalendarFeedResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe } from "../../../kernel/replica";
import { ProblemNote, When } from "../../../kernel/ui";
import { Asking } from "../../accounts/Asking";
import classes from "../../accounts/SettingsFrame.module.css";
import { useSending } from "../../accounts/useSending";

/** The address at which other programs read my leave and focus. It is shown this once. */
export function FeedAddress() {
  const { t } = useTranslation("calendar");
  const me = useMe();
  const { data, problem, again } = useAnswer<CalendarFeedResponse>("/me/calendar-feed");
  const [url, setUrl] = useState<string | null>(null);
  const [asking, { open, close }] = useDisclosure(false);
  const { busy, problem: refused, send } = useSending();
  const make = () =>
    send(async () => {
      setUrl((await call<CalendarFeedResponse>("POST", "/me/calendar-feed")).data.url);
      again();
    });
  const revoke = async () => {
    await call("DELETE", "/me/calendar-feed");
    setUrl(null);
    again();
  };

  return (
    <section className={classes.section}>
      <Title order={2}>{t("feed.title")}</Title>
      <Text c="dimmed">{t("feed.why")}</Text>
      <ProblemNote error={problem} again={again} />
      {url && (
        <Group align="end">
          <TextInput className={classes.grow} readOnly label={t("feed.address")} value={url} />
          <CopyButton value={url}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? "feed.copied" : "feed.copy")}</Button>}
          </CopyButton>
        </Group>
      )}
      {data?.madeAt && !url && (
        <Text>
          {t("feed.since")} <When at={data.madeAt} zone={me.person.zone} />
        </Text>
      )}
      <ProblemNote error={refused} />
      <Group>
        <Button variant="default" loading={busy} disabled={!data} onClick={() => void make()}>
          {t(data?.madeAt ? "feed.anew" : "feed.make")}
        </Button>
        {data?.madeAt && (
          <Button variant="default" onClick={open}>
            {t("feed.revoke")}
          </Button>
        )}
      </Group>
      <Asking title={t("feed.revoke")} act={t("feed.revoke")} opened={asking} onAct={revoke} onClose={close}>
        {t("feed.revokeText")}
      </Asking>
    </section>
  );
}
