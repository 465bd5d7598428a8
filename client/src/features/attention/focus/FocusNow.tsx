import { Button, Group, Modal, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { newId, useMe } from "../../../kernel/replica";
import { clock } from "../../../kernel/text/dates";
import { ProblemNote, useReturnFocus } from "../../../kernel/ui";
import { useSending } from "../../accounts/useSending";
import { endsOfWork } from "../inbox/moments";
import { inMinutes, typedUntil } from "./focus";
import { useFocus } from "./useFocus";

const lengths = [25, 50, 90, 120];
const longestMs = 12 * 3_600_000;

/** For how long I am left alone, and where I am in my work; of focus that runs, only the latter. */
export function FocusNow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("focus");
  useReturnFocus();
  const { ready, running, zone, begin } = useFocus();
  const { hours } = useMe().person;
  const { busy, problem, send } = useSending();
  const [length, setLength] = useState("50");
  const [time, setTime] = useState("");
  const [id] = useState(newId);
  const [written, setWritten] = useState<string>();
  const resume = written ?? running?.entry.resume ?? "";
  const [tooLong, setTooLong] = useState(false);
  const now = new Date();
  const endOfWork = endsOfWork(hours, zone, now).find(({ key }) => key === "today")?.at;
  const today = endOfWork && Date.parse(endOfWork) - now.getTime() < longestMs ? new Date(endOfWork) : undefined;
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const from = new Date();
    const until =
      running?.until ??
      (length === "today" && today
        ? today
        : length === "time"
          ? typedUntil(from, time, zone)
          : inMinutes(from, Number(length)));
    if (!running && until.getTime() - from.getTime() > longestMs) return setTooLong(true);
    if (await send(() => begin(id, until, resume))) onClose();
  };

  return (
    <Modal opened onClose={onClose} returnFocus={false} title={t(running ? "line" : "title")}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="md">
          {!running && (
            <Radio.Group label={t("until")} description={t("why")} value={length} onChange={setLength}>
              <Stack gap={6} mt={8}>
                {lengths.map((minutes) => (
                  <Radio
                    key={minutes}
                    value={String(minutes)}
                    label={t("minutes", { count: minutes, when: clock(inMinutes(now, minutes), zone) })}
                  />
                ))}
                {today && <Radio value="today" label={t("today", { when: clock(today, zone) })} />}
                <Group gap="xs">
                  <Radio value="time" label={t("time")} />
                  <TextInput
                    type="time"
                    size="xs"
                    aria-label={t("timeLabel")}
                    required={length === "time"}
                    error={tooLong && t("tooLong")}
                    value={time}
                    onChange={(event) => {
                      setTooLong(false);
                      setTime(event.currentTarget.value);
                      setLength("time");
                    }}
                  />
                </Group>
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            data-autofocus={running ? true : undefined}
            autosize
            minRows={2}
            maxLength={longest.calendarResume}
            label={t("resume")}
            description={t("resumeHint")}
            placeholder={t("resumeExample")}
            value={resume}
            // One line: Enter begins.
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            onChange={(event) => setWritten(event.currentTarget.value.replaceAll("\n", " "))}
          />
          <ProblemNote error={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={!ready}>
              {t(running ? "keep" : "begin")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
