import { Checkbox, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import { asProblem, type Problem } from "../../../kernel/api/problem";
import type { ChannelsResponse, Request } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { ProblemNote } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { HearingList } from "../hearing/HearingList";

/** How I hear of what is asked of me while no page of Baton is open. */
export function NotificationsPage() {
  const { t } = useTranslation("channels");
  const { zone } = useMe().person;
  const { data, problem, again } = useAnswer<ChannelsResponse>("/me/channels");
  const [failed, setFailed] = useState<Problem>();
  const mail = data?.mail;
  const handleMail = (wanted: boolean) => {
    setFailed(undefined);
    void call("PUT", "/me/channels/mail", { body: { wanted } satisfies Request<"WantDigest"> }).then(
      again,
      (error: unknown) => setFailed(asProblem(error)),
    );
  };
  return (
    <>
      <section className={classes.section}>
        <Title order={2}>{t("title")}</Title>
        <Text c="dimmed">{t("why")}</Text>
        <ProblemNote error={failed ?? problem} again={again} />
        {mail && !mail.offered && <Text>{t("mail.none")}</Text>}
        {mail?.offered && (
          <Checkbox
            label={t("mail.label")}
            description={t(mail.confirmed ? "mail.hint" : "mail.unconfirmed")}
            checked={mail.wanted}
            onChange={(event) => handleMail(event.currentTarget.checked)}
          />
        )}
        {mail?.problem && mail.problemSince && (
          <Text role="status">
            {t(mail.problem === "refused" ? "mail.refused" : "mail.unreachable", {
              since: dayAndTime(mail.problemSince, zone),
            })}
          </Text>
        )}
      </section>
      <HearingList />
    </>
  );
}
