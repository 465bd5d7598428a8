import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BreakGlassResponse, QuietResponse } from "../../../kernel/api/types";
import { useAnswer } from "../../../kernel/api/useAnswer";
import { useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import classes from "../../accounts/SettingsFrame.module.css";

/** Whether people here are left alone, in numbers without names. */
export function QuietSection() {
  const { t } = useTranslation("attention");
  const { zone } = useMe().person;
  const quiet = useAnswer<QuietResponse>("/quiet").data;
  const team = useAnswer<BreakGlassResponse>("/break-glass").data?.team;

  if (!quiet) return null;
  return (
    <section className={classes.section}>
      <Title order={2}>{t("quietHere.title")}</Title>
      <Text>
        {quiet.days < 1
          ? t("quietHere.since", { when: dayAndTime(quiet.since, zone) })
          : t("quiet", { count: quiet.days })}
      </Text>
      {team && (
        <Text>
          {t("quietHere.broken", { count: team.sent })}{" "}
          {team.right !== null && t("quietHere.verdicts", { right: team.right, couldWait: team.couldWait })}
          {team.right === null && team.sent > 0 && t("quietHere.few")}
        </Text>
      )}
    </section>
  );
}
