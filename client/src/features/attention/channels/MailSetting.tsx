import { Button, Checkbox, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { ChannelsResponse, Request } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import { ProblemNote } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { useSending } from "../../accounts/useSending";

/** What is asked of me by mail, once I have shown that I read the address. */
export function MailSetting({ mail, again }: { mail: ChannelsResponse["mail"]; again: () => void }) {
  const { t } = useTranslation("channels");
  const { zone } = useMe().person;
  const { problem, send } = useSending();
  const handleMail = async (wanted: boolean) => {
    const body = { wanted } satisfies Request<"WantDigest">;
    if (await send(() => call("PUT", "/me/channels/mail", { body }))) again();
  };
  if (!mail.offered) return <Text>{t("mail.none")}</Text>;
  return (
    <>
      <Checkbox
        label={t("mail.label")}
        description={t(mail.confirmed ? "mail.hint" : "mail.unconfirmed")}
        checked={mail.wanted}
        onChange={(event) => void handleMail(event.currentTarget.checked)}
      />
      <ProblemNote error={problem} />
      {!mail.confirmed && <Confirmation again={again} />}
      {mail.problem && mail.problemSince && (
        <Text role="status">
          {t(mail.problem === "refused" ? "mail.refused" : "mail.unreachable", {
            since: dayAndTime(mail.problemSince, zone),
          })}
        </Text>
      )}
    </>
  );
}

function Confirmation({ again }: { again: () => void }) {
  const { t } = useTranslation("channels");
  const { email } = useMe();
  const { busy, problem, send } = useSending();
  const [sent, setSent] = useState(false);
  const handleAsk = async () => {
    if (!(await send(() => call("POST", "/me/email/confirmation")))) return;
    setSent(true);
    // It may have been confirmed meanwhile, in another tab.
    again();
  };
  return (
    <div className={classes.row}>
      <Text role="status" className={classes.grow}>
        {t(sent ? "confirm.sent" : "confirm.why", { email })}
      </Text>
      <Button variant="default" loading={busy} onClick={() => void handleAsk()}>
        {t(sent ? "confirm.again" : "confirm.do")}
      </Button>
      <ProblemNote error={problem} />
    </div>
  );
}
