import { Group, UnstyledButton } from "@mantine/core";
import { lazy, memo, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MessageRow, type PersonRow, useMe } from "../../kernel/replica";
import { clock, exactTime } from "../../kernel/text/dates";
import { cityOf } from "../../kernel/text/zones";
import { Face, PendingMark } from "../../kernel/ui";
import { AttachmentList } from "../attachments/AttachmentList";
import { callToWrite } from "./callToWrite";
import { focusMessage } from "./focusMessage";
import { MessageActions } from "./MessageActions";
import { MessageBody } from "./MessageBody";
import { MessageEdit } from "./MessageEdit";
import classes from "./MessageItem.module.css";
import { QuoteLine } from "./QuoteLine";
import { Reactions } from "./Reactions";
import { useLongPress } from "./useLongPress";
import type { MessageActs } from "./useMessageActs";

const ActionSheet = lazy(() => import("./ActionSheet").then((file) => ({ default: file.ActionSheet })));
const Asks = lazy(() => import("../attention/asks/Asks").then((file) => ({ default: file.Asks })));
const EditHistory = lazy(() => import("./EditHistory").then((file) => ({ default: file.EditHistory })));
const WhyNot = lazy(() => import("../attention/ledger/WhyNot").then((file) => ({ default: file.WhyNot })));

/** What a key or the menu opened on a message. */
export type Opened = "edit" | "react" | "history" | "sheet" | "why" | undefined;

export interface MessageItemProps {
  message: MessageRow;
  people: ReadonlyMap<string, PersonRow>;
  acts: MessageActs;
  /** Shares face and name with the one before. */
  joined: boolean;
  /** Pointed at or focused: then it shows what can be done with it. */
  active: boolean;
  /** The one that Tab reaches. */
  reachable: boolean;
  landed: boolean;
  opened: Opened;
  onOpened: (message: MessageRow, opened: Opened) => void;
  onActive: (messageId: string | undefined) => void;
  onThread?: (message: MessageRow) => void;
  onShow: (messageId: string) => void;
}

export const MessageItem = memo(function MessageItem({ message, people, acts, opened, ...rest }: MessageItemProps) {
  const { t } = useTranslation("messages");
  const { joined, active, onOpened, onThread, onShow } = rest;
  const [menu, setMenu] = useState(false);
  const me = useMe();
  const author = people.get(message.authorId);
  const name = author ? (author.former ? t("former") : author.name) : "…";
  const press = useLongPress(() => onOpened(message, "sheet"));
  const open = (what: Opened) => onOpened(message, what);
  const close = () => open(undefined);
  // Where nobody may answer, only a thread that has answers is worth opening.
  const handleThread = onThread && (acts.quote || message.replyCount > 0) ? () => onThread(message) : undefined;
  const handleReply =
    handleThread &&
    (() => {
      callToWrite({ kind: "thread", id: message.id, spaceId: message.spaceId });
      handleThread();
    });
  const handleEdited = () => {
    close();
    focusMessage(message.id);
  };
  // The picker's button goes with it.
  const handlePicking = (picking: boolean) => {
    open(picking ? "react" : undefined);
    if (!picking) focusMessage(message.id);
  };
  const handleWhy = message.authorId === me.id ? undefined : () => open("why");
  const settled = !message.deletedAt && message.sync !== "refused";
  const { zone } = me.person;
  const theirs =
    author && author.zone !== zone ? `\n${exactTime(message.postedAt, author.zone)} (${cityOf(author.zone)})` : "";

  return (
    <li
      className={classes.item}
      data-message={message.id}
      data-joined={joined || undefined}
      data-landed={rest.landed || undefined}
      tabIndex={rest.reachable ? 0 : -1}
      aria-label={t("messageBy", { name, time: clock(new Date(message.postedAt), zone) })}
      onPointerEnter={(event) => event.pointerType === "mouse" && rest.onActive(message.id)}
      {...(settled ? press : {})}
    >
      <div className={classes.gutter}>
        {!joined && <Face person={author} size={34} decorative />}
        {joined && (
          <time className={classes.lateTime} dateTime={message.postedAt}>
            {clock(new Date(message.postedAt), zone)}
          </time>
        )}
      </div>
      {message.sync === "pending" && (
        <span className={classes.pending}>
          <PendingMark table="messages" row={message} />
        </span>
      )}
      <div className={classes.content}>
        {!joined && (
          <div className={classes.head}>
            {author && !author.former ? (
              <UnstyledButton className={classes.name} data-person={author.id} tabIndex={active ? 0 : -1}>
                {name}
              </UnstyledButton>
            ) : (
              <span className={classes.name}>{name}</span>
            )}
            <time
              className={classes.time}
              dateTime={message.postedAt}
              title={active ? exactTime(message.postedAt, zone) + theirs : undefined}
            >
              {clock(new Date(message.postedAt), zone)}
            </time>
          </div>
        )}
        {message.deletedAt ? (
          <p className={classes.deleted}>{t("wasDeleted")}</p>
        ) : opened === "edit" ? (
          <MessageEdit message={message} onDone={handleEdited} />
        ) : (
          <>
            {message.quote && (
              <QuoteLine quote={message.quote} onOpen={() => message.quote && onShow(message.quote.messageId)} />
            )}
            {message.html && <MessageBody html={message.html} spaceId={message.spaceId} />}
            <AttachmentList attachments={message.attachments} />
            {message.asks?.length > 0 && (
              <Suspense>
                <Asks message={message} asks={message.asks} people={people} />
              </Suspense>
            )}
          </>
        )}
        <Group gap={8} className={classes.marks}>
          {message.editedAt && !message.deletedAt && (
            <UnstyledButton className={classes.edited} onClick={() => open("history")}>
              {t("edited")}
            </UnstyledButton>
          )}
          {message.sync === "refused" && <PendingMark table="messages" row={message} onEdit={() => open("edit")} />}
        </Group>
        <Reactions
          message={message}
          people={people}
          onReact={settled && acts.react ? (emoji) => acts.react?.(message, emoji) : undefined}
        />
        {message.replyCount > 0 && handleThread && (
          <UnstyledButton className={classes.replies} onClick={handleThread}>
            {t("replies", { count: message.replyCount })}
          </UnstyledButton>
        )}
      </div>
      {settled && (active || menu || opened === "react") && opened !== "edit" && (
        <MessageActions
          message={message}
          acts={acts}
          picking={opened === "react"}
          onPicking={handlePicking}
          onEdit={() => open("edit")}
          onDelete={() => acts.remove(message)}
          onHistory={() => open("history")}
          onWhy={handleWhy}
          onThread={handleReply}
          onMenu={setMenu}
        />
      )}
      <Suspense>
        {opened === "sheet" && (
          <ActionSheet
            message={message}
            acts={acts}
            onPick={() => open("react")}
            onEdit={() => open("edit")}
            onDelete={() => acts.remove(message)}
            onHistory={() => open("history")}
            onWhy={handleWhy}
            onThread={handleReply}
            onClose={close}
          />
        )}
        {opened === "why" && <WhyNot itemId={message.id} onClose={close} />}
        {opened === "history" && <EditHistory message={message} onClose={close} />}
      </Suspense>
    </li>
  );
});
