import { Button } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type MessageRow, type OutboxEntry, retry, useRefusals, useReplica, useSubmit } from "../../kernel/replica";
import { editMessage } from "./editMessage";
import classes from "./MessageItem.module.css";
import { useSendKey } from "./useSendKey";
import { useNamesNow } from "./writing/namesNow";
import { Writing, type WritingHandle, type Written } from "./writing/Writing";

interface MessageEditProps {
  message: MessageRow;
  onDone: () => void;
}

/** A message edited where it stands. One that the server refused is sent again as it is then. */
export function MessageEdit({ message, onDone }: MessageEditProps) {
  const [refused] = useRefusals("messages", message.id);
  if (message.sync === "refused" && !refused) return null;
  return <Edit message={message} refused={refused} onDone={onDone} />;
}

function Edit({ message, refused, onDone }: MessageEditProps & { refused: OutboxEntry | undefined }) {
  const { t } = useTranslation("messages");
  const [db, submit] = [useReplica(), useSubmit()];
  const [sendsByEnter] = useSendKey();
  const field = useRef<WritingHandle>(null);
  const initial = useNamesNow((refused?.body as { body?: string } | undefined)?.body ?? message.body);
  if (initial === undefined) return null;

  const send = (written: Written) => {
    if (!refused) return void submit(editMessage(message, written.body, written.html));
    const predicts = refused.predicts.map((one) => ({ ...one, payload: { ...(one.payload as object), ...written } }));
    void retry(db, refused.seq, { body: { ...(refused.body as object), body: written.body }, predicts });
  };
  const handleSave = () => {
    const written = field.current?.read();
    if (!written || (written.body === "" && message.attachments.length === 0)) return;
    if (refused || written.body !== initial) send(written);
    onDone();
  };

  return (
    <div className={classes.edit}>
      <Writing
        ref={field}
        spaceId={message.spaceId}
        label={t("editing")}
        placeholder={t("editing")}
        initial={initial}
        focused
        onSubmit={handleSave}
        sendsByEnter={sendsByEnter}
        onEscape={onDone}
        actions={
          <>
            <Button size="compact-md" variant="subtle" color="gray" onClick={onDone}>
              {t("cancel")}
            </Button>
            <Button size="compact-md" onClick={handleSave}>
              {t("save")}
            </Button>
          </>
        }
      />
    </div>
  );
}
