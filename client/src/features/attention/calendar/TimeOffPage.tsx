import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarEntryResponse } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { dayIn } from "../../../kernel/text/dates";
import { ProblemNote } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { BatchTimes } from "./BatchTimes";
import { EntryForm } from "./EntryForm";
import { EntryList } from "./EntryList";
import { FeedAddress } from "./FeedAddress";
import { Holidays } from "./Holidays";
import { useCalendar } from "./useCalendar";
import { YearView } from "./YearView";

/** When I am away or left alone, and when what came for me is brought. */
export function TimeOffPage() {
  const { t } = useTranslation("calendar");
  const me = useMe();
  const navigate = useNavigate();
  const today = dayIn(new Date(), me.person.zone);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { calendar, problem, again, write, remove } = useCalendar(year);
  const [editing, setEditing] = useState<CalendarEntryResponse>();
  const [opened, { open, close }] = useDisclosure(false);
  const handleEdit = (entry?: CalendarEntryResponse) => {
    setEditing(entry);
    open();
  };

  return (
    <Stack gap="lg">
      <section className={classes.section} aria-labelledby="year-title">
        <Group justify="space-between">
          <Title order={2} id="year-title">
            {t("title", { year })}
          </Title>
          <Group gap="xs">
            <Button variant="default" onClick={() => setYear(year - 1)}>
              {year - 1}
            </Button>
            <Button variant="default" onClick={() => setYear(year + 1)}>
              {year + 1}
            </Button>
            <Button variant="default" onClick={() => void navigate({ to: ".", search: { new: "focus" } as never })}>
              {t("focusNow")}
            </Button>
            <Button onClick={() => handleEdit()}>{t("add")}</Button>
          </Group>
        </Group>
        <Text c="dimmed">{t("why")}</Text>
        <ProblemNote error={problem} again={again} />
        {calendar && (
          <>
            <YearView
              year={year}
              today={today}
              entries={calendar.entries}
              holidays={calendar.holidays}
              onOpen={handleEdit}
            />
            <EntryList entries={calendar.entries} onEdit={handleEdit} onRemove={(entry) => void remove(entry)} />
          </>
        )}
      </section>
      {calendar && (
        <>
          <BatchTimes key={calendar.batches?.join() ?? ""} slots={calendar.batches} onChosen={again} />
          <Holidays calendars={calendar.holidayCalendars} onChange={again} />
          <FeedAddress />
        </>
      )}
      <EntryForm entry={editing} opened={opened} today={today} onWrite={write} onClose={close} />
    </Stack>
  );
}
