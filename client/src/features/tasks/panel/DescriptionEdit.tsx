import { Button } from "@mantine/core";
import { type FocusEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { useDraft } from "../../messages/useDraft";
import { useNamesNow } from "../../messages/writing/namesNow";
import { Writing, type WritingHandle } from "../../messages/writing/Writing";
import { changeTask } from "../changeTask";

/** Saves whenever the focus leaves it and when it goes; until then a draft on this device keeps every letter. */
export function DescriptionEdit({ task, onDone }: { task: TaskRow; onDone: () => void }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const { saved, write, drop } = useDraft(`description:${task.id}`);
  const present = useNamesNow(task.description);
  const field = useRef<WritingHandle>(null);
  const stored = useRef(task.description);
  const typed = useRef(false);
  const save = useRef(() => {});
  save.current = () => {
    const written = field.current?.read();
    if (!written || (!typed.current && !saved?.body)) return;
    typed.current = false;
    void drop();
    if (written.body === stored.current.trim()) return;
    stored.current = written.body;
    void submit(changeTask(task, { description: written.body }, written.html));
  };

  // In the layout phase: by the time of ordinary effects the field within is gone, and with it what was written.
  useLayoutEffect(() => () => save.current(), []);

  if (!saved || present === undefined) return null;
  const handleBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) save.current();
  };
  const handleDone = () => {
    save.current();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus has left the field within
    <div onBlur={handleBlur}>
      <Writing
        ref={field}
        spaceId={task.spaceId}
        label={t("description")}
        placeholder={t("addDescription")}
        initial={saved.body || present}
        focused
        onChange={(body) => {
          typed.current = true;
          write(body);
        }}
        onSubmit={handleDone}
        onEscape={handleDone}
        actions={
          <Button size="compact-md" variant="default" onClick={handleDone}>
            {t("doneWriting")}
          </Button>
        }
      />
    </div>
  );
}
