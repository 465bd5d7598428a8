import { ActionIcon, Button, VisuallyHidden } from "@mantine/core";
import { IconSend2, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useReplica, useRows, useSubmit } from "../../kernel/replica";
import { AttachButton } from "../attachments/AttachButton";
import { AttachmentList } from "../attachments/AttachmentList";
import { UploadList } from "../attachments/UploadList";
import { useUploads } from "../attachments/useUploads";
import { EnvelopeLine } from "../attention/asks/EnvelopeLine";
import { type Marks, marksIn, sameMarks } from "../attention/asks/marks";
import classes from "./Composer.module.css";
import { useCalledToWrite } from "./callToWrite";
import { draftOf, orderOf, type Place } from "./place";
import { type NewMessage, postMessage } from "./postMessage";
import { QuoteLine } from "./QuoteLine";
import { ReadOnly } from "./ReadOnly";
import { mainRegion, messagesFrom } from "./regions";
import { useAudience } from "./useAudience";
import { useDraft } from "./useDraft";
import { useSendKey } from "./useSendKey";
import { Writing, type WritingHandle } from "./writing/Writing";

const noMarks: Marks = { asks: [], informs: [] };

export interface ComposerProps {
  place: Place;
  /** Instead of "Write a message". */
  placeholder?: string;
}

/** Where one writes a message. One line until it is used; what is not sent stays as a draft on this device. */
export function Composer({ place, placeholder }: ComposerProps) {
  const { t } = useTranslation("messages");
  const [db, me, submit] = [useReplica(), useMe(), useSubmit()];
  const space = useRows((db) => db.spaces.get(place.spaceId), [place.spaceId]);
  const { saved, write, change, take } = useDraft(draftOf(place));
  const { uploads, add, again, cancel } = useUploads(place.spaceId, (attachment) =>
    change(({ attachments }) => ({ attachments: [...attachments, attachment] })),
  );
  const field = useRef<WritingHandle>(null);
  const [filled, setFilled] = useState<boolean>();
  const [said, setSaid] = useState("");
  const [marks, setMarks] = useState<Marks>();
  const [addressing, setAddressing] = useState(false);
  const audience = useAudience(place);
  const [sendsByEnter] = useSendKey();
  const quoted = saved?.quote?.messageId;
  const lastQuoted = useRef<string | undefined | null>(null);

  useEffect(() => {
    if (!saved) return;
    // What was quoted before this screen came is no reason to take the focus.
    if (lastQuoted.current !== null && quoted && quoted !== lastQuoted.current) field.current?.focus();
    lastQuoted.current = quoted;
  }, [saved, quoted]);

  useCalledToWrite(draftOf(place), saved !== undefined, () => field.current?.focus());

  if (!space || !saved) return <div className={classes.waiting} />;
  if (!space.can.includes("message.post")) return <ReadOnly space={space} />;

  const label = placeholder ?? t(`write.${place.kind}`);
  const ready = (filled ?? saved.body !== "") || saved.attachments.length > 0;
  const post = async (message: NewMessage) => {
    const [newest] = await messagesFrom(db, await mainRegion(db, place), "before", 1);
    const after = newest && orderOf(newest).slice(0, 24);
    await submit(postMessage(place, { ...message, after }));
  };
  const handleSend = () => {
    const written = field.current?.read();
    const { quote, attachments, envelope } = saved;
    const empty = !written || (written.body === "" && attachments.length === 0);
    if (empty || uploads.some((one) => !one.problem)) return;
    // Emptied before anything is waited for: who types on at once writes the next message.
    field.current?.clear();
    setFilled(false);
    setMarks(noMarks);
    setSaid("");
    take(() => post({ authorId: me.id, ...written, quote, attachments, envelope })).then(
      () => setSaid(t("sent")),
      (error) => {
        field.current?.restore(written.body);
        throw error;
      },
    );
  };

  return (
    <div className={classes.composer}>
      <Writing
        key={draftOf(place)}
        ref={field}
        spaceId={place.spaceId}
        label={label}
        placeholder={label}
        initial={saved.body}
        onChange={(body) => {
          setFilled(body.trim() !== "");
          const next = marksIn(body);
          setMarks((old) => (old && sameMarks(old, next) ? old : next));
          write(body);
        }}
        onAddress={() => setAddressing(true)}
        onSubmit={handleSend}
        sendsByEnter={sendsByEnter}
        onFiles={space.can.includes("attachment.add") ? add : undefined}
        above={
          saved.quote && (
            <div className={classes.quote}>
              <QuoteLine quote={saved.quote} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t("unquote")}
                onClick={() => void change({ quote: null })}
              >
                <IconX size={14} stroke={1.8} />
              </ActionIcon>
            </div>
          )
        }
        below={
          (saved.attachments.length > 0 || uploads.length > 0) && (
            <div className={classes.attachments}>
              <AttachmentList
                small
                attachments={saved.attachments}
                onRemove={({ id }) =>
                  void change(({ attachments }) => ({ attachments: attachments.filter((one) => one.id !== id) }))
                }
              />
              <UploadList uploads={uploads} onCancel={cancel} onAgain={again} />
            </div>
          )
        }
        extras={space.can.includes("attachment.add") && <AttachButton onFiles={add} />}
        actions={
          <Button
            size="compact-md"
            className={classes.send}
            disabled={!ready || uploads.some((one) => !one.problem)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={handleSend}
            aria-label={t("send")}
            leftSection={<IconSend2 size={16} stroke={1.6} />}
          >
            <span className={classes.word}>{t("send")}</span>
          </Button>
        }
      />
      <p className={classes.hint}>
        <EnvelopeLine
          place={place}
          marks={marks ?? marksIn(saved.body)}
          envelope={saved.envelope}
          otherwise={audience}
          opened={addressing}
          onOpened={setAddressing}
          onChange={(envelope) => void change({ envelope })}
        />{" "}
        <span className={classes.keys}>{t(sendsByEnter ? "keysEnter" : "keys")}</span>
      </p>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
