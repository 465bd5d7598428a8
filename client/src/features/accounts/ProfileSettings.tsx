import { type ComboboxItem, Input, type OptionsFilter, SegmentedControl, Select, Stack, Title } from "@mantine/core";
import "@mantine/core/styles/FloatingIndicator.layer.css";
import "@mantine/core/styles/SegmentedControl.layer.css";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../kernel/api/lengths";
import type { ColourScheme, Language } from "../../kernel/api/types";
import { useMe, useSubmit } from "../../kernel/replica";
import { languages } from "../../kernel/text/text";
import { everyBegins, wordsOf } from "../../kernel/text/wordSearch";
import { cityOf, offsetOf, zonesWith } from "../../kernel/text/zones";
import { PendingMark } from "../../kernel/ui";
import { KeptField } from "../../kernel/ui/KeptField";
import { useSendKey } from "../messages/useSendKey";
import { changeMe, type MePatch } from "./changeMe";
import { PictureSetting } from "./PictureSetting";
import classes from "./SettingsFrame.module.css";

export function ProfileSettings() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const submit = useSubmit();
  const [sendsByEnter, setSendsByEnter] = useSendKey();
  const own = me.person.zone;
  const zones = useMemo(() => zonesWith([own]).map((zone) => ({ value: zone, label: nameOf(zone) })), [own]);
  const change = (patch: MePatch) => void submit(changeMe(me, patch));
  const { name, roleText, zone } = me.person;

  return (
    <Stack gap="lg">
      <section className={classes.section}>
        <Title order={2}>
          {t("profile.you")} <PendingMark table="me" row={me} />
        </Title>
        <PictureSetting />
        <KeptField
          label={t("yourName")}
          value={name}
          required
          maxLength={longest.personName}
          onKeep={(next) => change({ name: next })}
        />
        <KeptField
          label={t("profile.roleText")}
          description={t("profile.roleTextHint")}
          value={roleText}
          maxLength={longest.roleText}
          onKeep={(next) => change({ roleText: next })}
        />
      </section>
      <section className={classes.section}>
        <Title order={2}>{t("profile.reading")}</Title>
        <Select
          label={t("profile.zone")}
          description={t("profile.zoneHint")}
          searchable
          allowDeselect={false}
          data={zones}
          filter={byWords}
          limit={60}
          value={zone}
          nothingFoundMessage={t("profile.noZone")}
          onChange={(next) => next && change({ zone: next })}
        />
        <Select
          label={t("profile.language")}
          allowDeselect={false}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={me.language}
          onChange={(next) => next && change({ language: next as Language })}
        />
        <div>
          <Input.Label labelElement="div" display="block" id="theme-label">
            {t("profile.theme")}
          </Input.Label>
          <SegmentedControl
            aria-labelledby="theme-label"
            data={(["auto", "light", "dark"] as const).map((value) => ({ value, label: t(`profile.themes.${value}`) }))}
            value={me.theme}
            onChange={(next) => change({ theme: next as ColourScheme })}
          />
        </div>
      </section>
      <section className={classes.section}>
        <Title order={2}>{t("profile.writing")}</Title>
        <div>
          <Input.Label labelElement="div" display="block" id="send-key-label">
            {t("profile.sendKey")}
          </Input.Label>
          <Input.Description mb={4}>{t("profile.sendKeyHint")}</Input.Description>
          <SegmentedControl
            aria-labelledby="send-key-label"
            data={(["ctrlEnter", "enter"] as const).map((value) => ({ value, label: t(`profile.sendKeys.${value}`) }))}
            value={sendsByEnter ? "enter" : "ctrlEnter"}
            onChange={(next) => setSendsByEnter(next === "enter")}
          />
        </div>
      </section>
    </Stack>
  );
}

function nameOf(zone: string): string {
  const [city, offset] = [cityOf(zone), offsetOf(zone, new Date())];
  return city === offset ? city : `${city} (${offset})`;
}

/** Found by city, region or offset. */
const byWords: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(({ value, label }) =>
    everyBegins(wordsOf(search), wordsOf(`${value.replaceAll("/", " ")} ${label}`)),
  );
