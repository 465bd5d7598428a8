import { Button, Group, Modal, MultiSelect, Radio, Stack } from "@mantine/core";
import "@mantine/core/styles/Radio.layer.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "../../kernel/api/types";
import { type TaskRow, type TopicRow, useMe, useRows, useSubmit } from "../../kernel/replica";
import { useReturnFocus } from "../../kernel/ui";
import { Writing, type WritingHandle } from "../messages/writing/Writing";
import { closeTopic } from "./closeTopic";
import { findTasks } from "./findTasks";
import classes from "./TopicPage.module.css";

const outcomes: Outcome[] = ["answer", "decision", "tasks", "nothing"];

/** Asks what the discussion concluded. */
export function CloseTopic({ topic, onClose }: { topic: TopicRow; onClose: () => void }) {
  const { t } = useTranslation("topics");
  const [me, submit] = [useMe(), useSubmit()];
  const [outcome, setOutcome] = useState<Outcome>("answer");
  const [taskIds, setTaskIds] = useState<string[]>([]);
  const field = useRef<WritingHandle>(null);
  useReturnFocus();
  const [text, setText] = useState("");
  const chosen = useRows((db) => db.tasks.bulkGet(taskIds), [taskIds.join()]) ?? [];
  const found = useRows((db) => findTasks(db, topic.spaceId, text), [topic.spaceId, text]) ?? [];
  const options = new Map([...chosen, ...found].flatMap((task) => (task ? [[task.id, labelOf(task)] as const] : [])));

  const handleClose = () => {
    const { body, html } = field.current?.read() ?? { body: "", html: "" };
    void submit(closeTopic(topic, me.id, { outcome, text: body, html: body ? html : "", taskIds }));
    onClose();
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={t("closeTitle")} closeButtonProps={{ "aria-label": t("cancel") }}>
      <Stack gap="md">
        <Radio.Group
          label={t("closeQuestion")}
          value={outcome}
          onChange={(value) => setOutcome(value as Outcome)}
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
            open
            onSubmit={handleClose}
          />
        )}
        {outcome === "tasks" && (
          <MultiSelect
            label={t("linkTasks")}
            data={[...options].map(([value, label]) => ({ value, label }))}
            value={taskIds}
            onChange={setTaskIds}
            searchable
            searchValue={text}
            onSearchChange={setText}
            // Found already, and those chosen are not offered twice.
            filter={({ options }) => options}
            hidePickedOptions
            nothingFoundMessage={t("noTask")}
          />
        )}
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

const labelOf = ({ key, title }: TaskRow) => `${key} ${title}`.trim();
