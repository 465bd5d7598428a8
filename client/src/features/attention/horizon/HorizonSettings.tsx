import { Checkbox, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { useMe, useSubmit } from "../../../kernel/replica";
import { dayIn } from "../../../kernel/text/dates";
import { KeptField } from "../../../kernel/ui/KeptField";
import { changeMe } from "../../accounts/changeMe";
import classes from "../../accounts/SettingsFrame.module.css";

/** What I say of today, and whether others see how soon I usually answer. */
export function HorizonSettings() {
  const { t } = useTranslation("horizon");
  const me = useMe();
  const submit = useSubmit();
  const status = me.status && me.status.day >= dayIn(new Date(), me.person.zone) ? me.status.text : "";
  return (
    <section className={classes.section}>
      <Title order={2}>{t("mine.title")}</Title>
      <Text c="dimmed">{t("mine.why")}</Text>
      <KeptField
        label={t("mine.status")}
        description={t("mine.statusHint")}
        placeholder={t("mine.statusExample")}
        value={status}
        maxLength={longest.status}
        onKeep={(next) => void submit(changeMe(me, { status: next }))}
      />
      <Checkbox
        label={t("mine.shares")}
        description={t("mine.sharesHint")}
        checked={me.sharesAnswerTime ?? false}
        onChange={(event) => void submit(changeMe(me, { sharesAnswerTime: event.currentTarget.checked }))}
      />
    </section>
  );
}
