import { Button, FileInput, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { HolidayCalendarResponse, HolidaysPreviewResponse, Request } from "../../../kernel/api/types";
import { newId } from "../../../kernel/replica";
import { ProblemNote } from "../../../kernel/ui";
import { Asking } from "../../accounts/Asking";
import classes from "../../accounts/SettingsFrame.module.css";
import { useSending } from "../../accounts/useSending";
import { spanOf } from "./entries";

export interface HolidaysProps {
  calendars: HolidayCalendarResponse[];
  onChange: () => void;
}

/** Public holidays: taken from a file or an address, after a look at them. */
export function Holidays({ calendars, onChange }: HolidaysProps) {
  const { t } = useTranslation("calendar");
  const [going, setGoing] = useState<HolidayCalendarResponse>();
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <section className={classes.section}>
      <Title order={2}>{t("holidays.title")}</Title>
      <Text c="dimmed">{t("holidays.why")}</Text>
      <ul className={classes.rows}>
        {calendars.map((calendar) => (
          <li key={calendar.id} className={classes.row}>
            <div className={classes.grow}>
              <Text fw={500}>{calendar.name}</Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                {[t("holidays.count", { count: calendar.days }), calendar.url].filter(Boolean).join(" · ")}
              </Text>
              {calendar.problem && <Text size="sm">{t("holidays.missed")}</Text>}
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("holidays.removeOf", { name: calendar.name })}
              onClick={() => {
                setGoing(calendar);
                open();
              }}
            >
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Import onTaken={onChange} />
      <Asking
        title={t("holidays.removeOf", { name: going?.name })}
        act={t("remove")}
        opened={asking}
        onAct={() => call("DELETE", `/me/holidays/${going?.id}`).then(onChange)}
        onClose={close}
      >
        {t("holidays.removeText")}
      </Asking>
    </section>
  );
}

type Source = { file: string } | { url: string };

function Import({ onTaken }: { onTaken: () => void }) {
  const { t } = useTranslation("calendar");
  const [file, setFile] = useState<File | null>(null);
  const [url, setUrl] = useState("");
  const [shown, setShown] = useState<{ source: Source; preview: HolidaysPreviewResponse }>();
  const { busy, problem, send, forget } = useSending();
  const start = () => {
    forget();
    setShown(undefined);
  };
  const handleLook = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => {
      const source = file ? { file: await file.text() } : { url: url.trim() };
      const body: Request<"PreviewHolidays"> = source;
      setShown({
        source,
        preview: (await call<HolidaysPreviewResponse>("POST", "/me/holiday-previews", { body })).data,
      });
    });
  };
  const handleTake = () =>
    void send(async () => {
      const body: Request<"ImportHolidays"> = { id: newId(), ...shown?.source };
      await call("POST", "/me/holidays", { body });
      setShown(undefined);
      setFile(null);
      setUrl("");
      onTaken();
    });

  return (
    <form onSubmit={handleLook}>
      <Stack gap="sm">
        <FileInput
          label={t("holidays.file")}
          placeholder={t("holidays.pick")}
          accept=".ics,text/calendar"
          clearable
          clearButtonProps={{ "aria-label": t("holidays.noFile") }}
          value={file}
          onChange={(next) => {
            start();
            setFile(next);
          }}
        />
        <TextInput
          label={t("holidays.url")}
          description={t("holidays.urlHint")}
          inputMode="url"
          disabled={file !== null}
          value={url}
          onChange={(event) => {
            start();
            setUrl(event.currentTarget.value);
          }}
        />
        <ProblemNote error={problem} />
        {shown && <Preview {...shown.preview} />}
        <Group>
          <Button type="submit" variant="default" loading={busy && !shown} disabled={!file && !url.trim()}>
            {t("holidays.look")}
          </Button>
          {shown && (
            <Button loading={busy} onClick={handleTake}>
              {t("holidays.take", { count: shown.preview.holidays.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

const previewed = 20;

function Preview({ name, holidays }: HolidaysPreviewResponse) {
  const { t } = useTranslation("calendar");
  const today = new Date().toISOString().slice(0, 10);
  const next = holidays.filter(({ day }) => day >= today).slice(0, previewed);
  return (
    <div role="status">
      <Text fw={500}>{name || t("holidays.title")}</Text>
      <Text size="sm">{t("holidays.next", { count: holidays.length })}</Text>
      <ul>
        {next.map((holiday) => (
          <li key={`${holiday.day} ${holiday.name}`}>
            <Text size="sm">
              {spanOf(holiday.day, holiday.day)} · {holiday.name}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
