import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { asProblem } from "../../../kernel/api/problem";
import type { CalendarEntryResponse, Request } from "../../../kernel/api/types";
import { newId, useMe } from "../../../kernel/replica";
import { useSentences } from "../../../kernel/text/useProblemWords";
import { cityOf, zonesWith } from "../../../kernel/text/zones";
import { ProblemNote } from "../../../kernel/ui";
import { useSending } from "../../accounts/useSending";
import { useKnownPeople } from "../../tasks/useKnownPeople";
import { daysOf, type EntryKind, hasLastDay, kinds, weekOf } from "./entries";
import { weekdays } from "./YearView";

type Written = Request<"WriteCalendarEntry">;

export interface EntryFormProps {
  /** Undefined: a new one. */
  entry: CalendarEntryResponse | undefined;
  opened: boolean;
  today: string;
  onWrite: (id: string, body: Written) => Promise<void>;
  onClose: () => void;
}

/** Enters something in my calendar, or changes it. Its kind stays what it was. */
export function EntryForm({ opened, onClose, ...rest }: EntryFormProps) {
  const { t } = useTranslation("calendar");
  return (
    <Modal opened={opened} onClose={onClose} title={t(rest.entry ? "change" : "add")}>
      <Fields key={rest.entry?.id ?? "new"} onClose={onClose} {...rest} />
    </Modal>
  );
}

function Fields({ entry, today, onWrite, onClose }: Omit<EntryFormProps, "opened">) {
  const { t } = useTranslation("calendar");
  const [id] = useState(() => entry?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(entry, today));
  const { busy, problem, send, forget } = useSending();
  const say = useSentences();
  const set = (fields: Partial<Draft>) => {
    forget();
    setDraft((old) => ({ ...old, ...fields }));
  };
  const refused = problem === undefined ? {} : (asProblem(problem).details.errors ?? {});
  const errorOf = (name: string) => ({ error: refused[name]?.map(say).join(" "), errorProps: { role: "alert" } });
  const field = (name: "firstDay" | "lastDay" | "workedOn" | "start" | "end" | "title") => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    ...errorOf(name),
  });
  // It is written elsewhere, and stays.
  const timedOnce = draft.kind === "focus" && !draft.weekly;
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog's form stands, for React, within the page that opened it.
    event.stopPropagation();
    if (await send(() => onWrite(id, { ...writtenOf(draft), ...(timedOnce && { resume: entry?.resume }) }))) onClose();
  };
  const { kind } = draft;
  const weekly = kind === "focus" && draft.weekly;
  const timed = kind === "hoursOff" || kind === "focus";

  return (
    <form onSubmit={(event) => void handleSubmit(event)}>
      <Stack gap="sm">
        <Select
          label={t("kind")}
          allowDeselect={false}
          disabled={entry !== undefined}
          data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(next) => next && set({ kind: next as EntryKind })}
        />
        {kind === "focus" && (
          <Checkbox
            label={t("weekly")}
            checked={draft.weekly}
            onChange={(event) => set({ weekly: event.currentTarget.checked })}
          />
        )}
        {weekly ? (
          <Checkbox.Group
            label={t("days")}
            value={draft.days.map(String)}
            onChange={(days) => set({ days: days.map(Number).sort() })}
            {...errorOf("week")}
          >
            <Group gap="sm" mt={4}>
              {weekdays().map(({ long }, day) => (
                <Checkbox key={long} value={String(day)} label={long} />
              ))}
            </Group>
          </Checkbox.Group>
        ) : (
          <Group grow align="start">
            <TextInput
              type="date"
              required
              label={t(kind === "swap" ? "free" : hasLastDay(kind) ? "from" : "day")}
              {...field("firstDay")}
            />
            {hasLastDay(kind) && <TextInput type="date" min={draft.firstDay} label={t("to")} {...field("lastDay")} />}
            {kind === "swap" && <TextInput type="date" required label={t("worked")} {...field("workedOn")} />}
          </Group>
        )}
        {timed && (
          <Group grow align="end">
            <TextInput type="time" required label={t("start")} {...field("start")} />
            <TextInput type="time" required label={t("end")} {...field("end")} />
          </Group>
        )}
        {kind === "stay" && <ZoneField value={draft.zone} onChange={(zone) => set({ zone })} {...errorOf("zone")} />}
        {kind === "leave" && (
          <SubstituteField value={draft.substituteId} onChange={(substituteId) => set({ substituteId })} />
        )}
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          maxLength={longest.calendarTitle}
          {...field("title")}
        />
        {Object.keys(refused).length === 0 && <ProblemNote error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={busy} disabled={weekly && draft.days.length === 0}>
            {t("keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ZoneField({ value, ...rest }: { value: string; error?: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation("calendar");
  const zones = useMemo(() => zonesWith([]).map((zone) => ({ value: zone, label: cityOf(zone) })), []);
  return (
    <Select
      label={t("zone")}
      description={t("zoneHint")}
      searchable
      allowDeselect={false}
      limit={60}
      data={zones}
      value={value || null}
      error={rest.error}
      onChange={(next) => next && rest.onChange(next)}
    />
  );
}

function SubstituteField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation("calendar");
  const me = useMe();
  const people = useKnownPeople();
  const data = [...(people?.values() ?? [])]
    .filter((one) => one.id !== me.person.id && !one.former)
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <Select
      label={t("substitute")}
      description={t("substituteHint")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("nobody") }}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}

interface Draft {
  kind: EntryKind;
  firstDay: string;
  lastDay: string;
  workedOn: string;
  start: string;
  end: string;
  weekly: boolean;
  days: number[];
  zone: string;
  title: string;
  substituteId: string | null;
}

function draftOf(entry: CalendarEntryResponse | undefined, today: string): Draft {
  const week = entry?.week ? daysOf(entry.week) : null;
  return {
    kind: entry?.kind ?? "leave",
    firstDay: entry?.firstDay ?? today,
    lastDay: entry?.lastDay ?? "",
    workedOn: entry?.workedOn ?? "",
    start: week?.start ?? entry?.start ?? "09:00",
    // A field for times knows no 24:00.
    end: week?.end ?? entry?.end?.replace("24:00", "00:00") ?? "11:00",
    weekly: entry === undefined || entry.week !== null,
    days: week?.days ?? [],
    zone: entry?.zone ?? "",
    title: entry?.title ?? "",
    substituteId: entry?.substituteId ?? null,
  };
}

function writtenOf(draft: Draft): Written {
  const { kind, title, firstDay, start, end } = draft;
  if (kind === "focus" && draft.weekly) return { kind, title, week: weekOf(draft.days, start, end) };
  const day = { kind, title, firstDay: firstDay || null };
  switch (kind) {
    case "hoursOff":
    case "focus":
      return { ...day, start, end };
    case "swap":
      return { ...day, workedOn: draft.workedOn || null };
    case "stay":
      return { ...day, lastDay: draft.lastDay || null, zone: draft.zone };
    case "leave":
      return { ...day, lastDay: draft.lastDay || null, substituteId: draft.substituteId };
    default:
      return { ...day, lastDay: draft.lastDay || null };
  }
}
