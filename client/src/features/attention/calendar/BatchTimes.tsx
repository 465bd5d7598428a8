import { Button, Group, Radio, Stack, Text, TextInput, Title } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../kernel/api/call";
import type { Request } from "../../../kernel/api/types";
import { ProblemNote, tell } from "../../../kernel/ui";
import classes from "../../accounts/SettingsFrame.module.css";
import { useSending } from "../../accounts/useSending";

const most = 6;

/** At which times of day what came for me is brought. */
export function BatchTimes({ slots, onChosen }: { slots: string[] | null; onChosen: () => void }) {
  const { t } = useTranslation("calendar");
  const [own, setOwn] = useState(slots !== null);
  const [times, setTimes] = useState(slots ?? ["09:00", "13:00", "16:00"]);
  const { busy, problem, send, forget } = useSending();
  const change = (next: string[]) => {
    forget();
    setTimes(next);
  };
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const body: Request<"ChooseBatches"> = { slots: own ? times : null };
    if (await send(() => call("PUT", "/me/batches", { body }))) {
      tell(t("batches.kept"));
      onChosen();
    }
  };

  return (
    <form className={classes.section} onSubmit={(event) => void handleSubmit(event)}>
      <Title order={2}>{t("batches.title")}</Title>
      <Text c="dimmed">{t("batches.why")}</Text>
      <Radio.Group
        value={own ? "own" : "day"}
        onChange={(next) => setOwn(next === "own")}
        aria-label={t("batches.title")}
      >
        <Stack gap="xs">
          <Radio value="day" label={t("batches.day")} />
          <Radio value="own" label={t("batches.own")} />
        </Stack>
      </Radio.Group>
      {own && (
        <Stack gap="xs">
          {times.map((time, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may show the same time while one is typed
            <Group key={index} gap="xs">
              <TextInput
                type="time"
                required
                aria-label={t("batches.nth", { number: index + 1 })}
                value={time}
                onChange={(event) => change(times.with(index, event.currentTarget.value))}
              />
              {times.length > 1 && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("batches.removeNth", { number: index + 1 })}
                  onClick={() => change(times.toSpliced(index, 1))}
                >
                  {t("remove")}
                </Button>
              )}
            </Group>
          ))}
          {times.length < most && (
            <Group>
              <Button variant="default" size="compact-sm" onClick={() => change([...times, "12:00"])}>
                {t("batches.add")}
              </Button>
            </Group>
          )}
        </Stack>
      )}
      <ProblemNote error={problem} />
      <Group>
        <Button type="submit" loading={busy}>
          {t("keep")}
        </Button>
      </Group>
    </form>
  );
}
