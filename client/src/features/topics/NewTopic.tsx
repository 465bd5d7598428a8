import { Button, Group, TextInput, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../kernel/api/lengths";
import { useMe, useSubmit } from "../../kernel/replica";
import { AttachButton } from "../attachments/AttachButton";
import { AttachmentList } from "../attachments/AttachmentList";
import { UploadList } from "../attachments/UploadList";
import { useUploads } from "../attachments/useUploads";
import { EnvelopeLine } from "../attention/asks/EnvelopeLine";
import { type Marks, marksIn, sameMarks } from "../attention/asks/marks";
import { useAudience } from "../messages/useAudience";
import { useDraft } from "../messages/useDraft";
import { Writing, type WritingHandle } from "../messages/writing/Writing";
import classes from "./NewTopic.module.css";
import { openTopic } from "./openTopic";

/** A title and an opening post. Both are kept as drafts until they are sent. */
export function NewTopic({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const { t } = useTranslation("topics");
  const [me, submit, navigate] = [useMe(), useSubmit(), useNavigate()];
  const heading = useDraft(`new-topic-title:${spaceId}`);
  const draft = useDraft(`new-topic:${spaceId}`);
  const field = useRef<WritingHandle>(null);
  const [title, setTitle] = useState<string>();
  const sent = useRef(false);
  const [missing, setMissing] = useState<"title" | "body">();
  const audience = useAudience({ spaceId });
  const [marks, setMarks] = useState<Marks>();
  const [addressing, setAddressing] = useState(false);
  const { uploads, add, again, cancel } = useUploads(spaceId, (attachment) =>
    draft.change(({ attachments }) => ({ attachments: [...attachments, attachment] })),
  );
  if (!draft.saved || !heading.saved) return null;
  const { attachments, envelope } = draft.saved;
  const named = (title ?? heading.saved.body).trim();

  const handleOpen = async () => {
    const written = field.current?.read();
    if (named === "") return setMissing("title");
    if (!written || (written.body === "" && attachments.length === 0)) return setMissing("body");
    if (sent.current) return;
    sent.current = true;
    const command = openTopic({ spaceId, authorId: me.id, title: named, attachments, envelope, ...written });
    await submit(command).catch((error) => {
      sent.current = false;
      throw error;
    });
    await Promise.all([draft.drop(), heading.drop()]);
    const topicId = (command.body as { id: string }).id;
    await navigate({ to: "/s/$spaceId/topics/$topicId", params: { spaceId, topicId }, replace: true });
  };

  const handleTitleKey = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    field.current?.focus();
  };

  return (
    <form
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault();
        void handleOpen();
      }}
    >
      <Title order={2}>{t("new")}</Title>
      <TextInput
        label={t("title")}
        placeholder={t("titleExample")}
        defaultValue={heading.saved.body}
        maxLength={longest.topicTitle}
        data-autofocus
        autoFocus
        size="md"
        error={missing === "title" && t("titleMissing")}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          heading.write(event.currentTarget.value);
          setMissing(undefined);
        }}
        onKeyDown={handleTitleKey}
      />
      <Writing
        ref={field}
        spaceId={spaceId}
        label={t("opening")}
        placeholder={t("openingExample")}
        initial={draft.saved.body}
        open
        onChange={(body) => {
          draft.write(body);
          const next = marksIn(body);
          setMarks((old) => (old && sameMarks(old, next) ? old : next));
          setMissing(undefined);
        }}
        onSubmit={() => void handleOpen()}
        onAddress={() => setAddressing(true)}
        onFiles={add}
        below={
          <div className={classes.attachments}>
            <AttachmentList
              small
              attachments={attachments}
              onRemove={({ id }) =>
                void draft.change((old) => ({ attachments: old.attachments.filter((one) => one.id !== id) }))
              }
            />
            <UploadList uploads={uploads} onCancel={cancel} onAgain={again} />
          </div>
        }
        extras={<AttachButton onFiles={add} />}
      />
      {missing === "body" && (
        <p role="alert" className={classes.error}>
          {t("openingMissing")}
        </p>
      )}
      <Group justify="space-between">
        <p className={classes.hint}>
          <EnvelopeLine
            place={{ kind: "chat", id: spaceId, spaceId }}
            marks={marks ?? marksIn(draft.saved.body)}
            envelope={envelope}
            otherwise={audience}
            opened={addressing}
            onOpened={setAddressing}
            onChange={(envelope) => void draft.change({ envelope })}
          />
        </p>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("later")}
          </Button>
          <Button type="submit" disabled={uploads.some((one) => !one.problem)}>
            {t("open")}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
