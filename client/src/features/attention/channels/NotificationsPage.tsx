import { Stack, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelsResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { ProblemNote } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { HearingList } from "../hearing/HearingList";
import { DeviceList } from "./DeviceList";
import { MailSetting } from "./MailSetting";
import { PushSetting } from "./PushSetting";
import { SignalSettings } from "./SignalSettings";

/** How I hear of what is asked of me while I do not look at Baton. */
export function NotificationsPage() {
  const { t } = useTranslation("channels");
  const { data, problem, again } = useAnswer<ChannelsResponse>("/me/channels");
  useWhenSeen(again);
  return (
    <Stack gap="lg">
      <section className={classes.section}>
        <Title order={2}>{t("title")}</Title>
        <Text c="dimmed">{t("why")}</Text>
        <ProblemNote error={problem} again={again} />
        {data && <MailSetting mail={data.mail} again={again} />}
      </section>
      {data && (
        <section className={classes.section}>
          <Title order={2}>{t("device.title")}</Title>
          <PushSetting devices={data.push} again={again} />
          <SignalSettings />
        </section>
      )}
      {data && data.push.length > 0 && <DeviceList devices={data.push} again={again} />}
      <HearingList />
    </Stack>
  );
}

/** A link in a mail opens another tab, and what a browser allows is changed beside the page. */
function useWhenSeen(look: () => void) {
  useEffect(() => {
    const handleSight = () => document.visibilityState === "visible" && look();
    document.addEventListener("visibilitychange", handleSight);
    return () => document.removeEventListener("visibilitychange", handleSight);
  }, [look]);
}
