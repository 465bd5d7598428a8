import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "../../kernel/api/types";
import { type TopicRow, useMe, useSubmit } from "../../kernel/replica";
import { useReturnFocus } from "../../kernel/ui";
import { Writing, type WritingHandle } from "../messages/writing/Writing";
import { closeTopic } from "./closeTopic";
import { MadeTasks } from "./MadeTasks";
import classes from "./TopicPage.module.css";

const outcomes: Outcome[] = ["answer", "decision", "tasks", "nothing"];
/** What says nothing without words. */
const needsWords: Outcome[] = ["answer", "decision"];

/** Asks what the discussion concluded. */
export function CloseTopic({ topic, onClose }: { topic: TopicRow; onClose: () => void }) {
  const { t } = useTranslation("topics");
  const [me, submit] = [useMe(), useSubmit()];
  const earlier = topic.earlierClosure;
  const [outcome, setOutcome] = useState<Outcome>(earlier?.outcome ?? "answer");
  const [taskIds, setTaskIds] = useState<string[]>(earlier?.taskIds ?? []);
  const [missing, setMissing] = useState(false);
  const field = useRef<WritingHandle>(null);
  useReturnFocus();

  const handleClose = () => {
    const { body, html } = field.current?.read() ?? { body: "", html: "" };
    if (body === "" && needsWords.includes(outcome)) {
      setMissing(true);
      return field.current?.focus();
    }
    const made = outcome === "tasks" ? taskIds : [];
    void submit(closeTopic(topic, me.id, { outcome, text: body, html: body ? html : "", taskIds: made }));
    onClose();
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={t("closeTitle")} closeButtonProps={{ "aria-label": t("cancel") }}>
      <Stack gap="md">
        <Radio.Group
          label={t("closeQuestion")}
          value={outcome}
          onChange={(value) => {
            setOutcome(value as Outcome);
            setMissing(false);
          }}
          className={classes.outcomes}
        >
          <Stack gap={8} mt={8}>
            {outcomes.map((one) => (
              <Radio key={one} value={one} label={t(`outcome.${one}`)} description={t(`outcomeNote.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {outcome !== "nothing" && (
          <Writing
            ref={field}
            spaceId={topic.spaceId}
            label={t("outcomeText")}
            placeholder={t(`outcomeExample.${outcome}`)}
            initial={earlier?.text}
            open
            onChange={() => setMissing(false)}
            onSubmit={handleClose}
          />
        )}
        {missing && (
          <p role="alert" className={classes.error}>
            {t("wordsMissing")}
          </p>
        )}
        {outcome === "tasks" && <MadeTasks topic={topic} taskIds={taskIds} onChange={setTaskIds} />}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button onClick={handleClose}>{t("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
