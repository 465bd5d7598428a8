import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../kernel/api/call";
import type { MessageResponse } from "../../kernel/api/types";
import { type MessageRow, useMe, useRows } from "../../kernel/replica";
import { Face, Missing, When } from "../../kernel/ui";
import { AttachmentList } from "../attachments/AttachmentList";
import { Conversation } from "./Conversation";
import { MessageBody } from "./MessageBody";
import type { Place } from "./place";
import { Reactions } from "./Reactions";
import classes from "./Thread.module.css";
import { useMessageActs } from "./useMessageActs";

/** A message of the chat with its replies, in the drawer. */
export function Thread({ messageId }: { messageId: string }) {
  const { t } = useTranslation("messages");
  const { message: landOn } = useSearch({ strict: false });
  const here = useRows(async (db) => ({ root: await db.messages.get(messageId) }), [messageId]);
  const [asked, setAsked] = useState<{ root?: MessageResponse; problem?: unknown }>({});
  const missing = here !== undefined && !here.root;

  useEffect(() => {
    // Not kept in the replica: alone there it would look as if nothing stood between it and its neighbours.
    if (missing)
      read<MessageResponse>(`/messages/${messageId}`).then(
        (root) => setAsked({ root }),
        (problem) => setAsked({ problem }),
      );
  }, [missing, messageId]);

  const root: MessageRow | undefined = here?.root ?? asked.root;
  const spaceId = root?.spaceId;
  const place = useMemo<Place | undefined>(
    () => (spaceId ? { kind: "thread", id: messageId, spaceId } : undefined),
    [messageId, spaceId],
  );
  if (!root || !place) return <Missing error={asked.problem} />;
  return (
    <Conversation
      place={place}
      label={t("repliesLabel")}
      landOn={landOn === messageId ? undefined : landOn}
      beginning={<Root message={root} place={place} />}
      empty={<p className={classes.empty}>{t("empty.thread")}</p>}
    />
  );
}

function Root({ message, place }: { message: MessageRow; place: Place }) {
  const { t } = useTranslation("messages");
  const me = useMe();
  const ids = [message.authorId, ...message.reactions.flatMap((one) => one.personIds)];
  const known = useRows((db) => db.people.bulkGet(ids), [ids.join()]);
  const people = new Map((known ?? []).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const author = people.get(message.authorId);
  const acts = useMessageActs(place);
  return (
    <article className={classes.root}>
      <header className={classes.head}>
        <Face person={author} size={34} decorative />
        <strong>{author?.former ? t("former") : author?.name}</strong>
        <span className={classes.time}>
          <When at={message.postedAt} zone={me.person.zone} alsoIn={author?.zone} />
        </span>
      </header>
      {message.deletedAt ? (
        <p className={classes.empty}>{t("wasDeleted")}</p>
      ) : (
        <MessageBody html={message.html} spaceId={message.spaceId} />
      )}
      <AttachmentList attachments={message.attachments} />
      <Reactions message={message} people={people} onReact={acts.react && ((emoji) => acts.react?.(message, emoji))} />
    </article>
  );
}
