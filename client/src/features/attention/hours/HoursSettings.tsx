import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useSubmit } from "../../../kernel/replica";
import { clock } from "../../../kernel/text/dates";
import { cityOf } from "../../../kernel/text/zones";
import { PendingMark } from "../../../kernel/ui";
import { KeptField } from "../../../kernel/ui/KeptField";
import { changeMe } from "../../accounts/changeMe";
import classes from "../../accounts/SettingsFrame.module.css";
import { HorizonSettings } from "../horizon/HorizonSettings";
import { readTyped, writeTyped } from "./typedWeek";
import { useDraftWeek } from "./useDraftWeek";
import { WeekGrid } from "./WeekGrid";
import { assumedHours } from "./week";

/** When I work, and what others see of it. */
export function HoursSettings() {
  return (
    <Stack gap="lg">
      <WeekSettings />
      <HorizonSettings />
    </Stack>
  );
}

/** Painted, or typed. */
function WeekSettings() {
  const { t } = useTranslation("attention");
  const me = useMe();
  const submit = useSubmit();
  const [unread, setUnread] = useState<string>();
  const { hours, zone } = me.person;
  const keep = (next: string) => void submit(changeMe(me, { hours: next }));
  const { week, change } = useDraftWeek(hours ?? null, keep);
  const handleType = (text: string) => {
    const typed = readTyped(text);
    setUnread("unread" in typed ? typed.unread : undefined);
    if ("week" in typed) change(typed.week, true);
  };
  const empty = week.every((minute) => minute === 0);

  return (
    <section className={classes.section}>
      <Title order={2}>
        {t("hours.title")} <PendingMark table="me" row={me} />
      </Title>
      <Text c="dimmed">{t("hours.why", { time: clock(new Date(), zone), place: cityOf(zone) })}</Text>
      {!hours && (
        <div className={classes.row}>
          <span className={classes.grow}>{t("hours.assumed")}</span>
          <Button variant="default" onClick={() => keep(assumedHours)}>
            {t("hours.confirm")}
          </Button>
        </div>
      )}
      <WeekGrid week={week} label={t("hours.week")} onPaint={change} />
      {empty && (
        <Text role="alert" c="red.8">
          {t("hours.none")}
        </Text>
      )}
      <KeptField
        label={t("hours.typed")}
        description={t("hours.typedHint")}
        value={writeTyped(week)}
        onKeep={handleType}
      />
      {unread !== undefined && (
        <Text role="alert" size="sm" c="red.8">
          {t("hours.unread", { text: unread })}
        </Text>
      )}
    </section>
  );
}
