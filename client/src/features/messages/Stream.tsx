import { Button, Skeleton } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MessageRow, useMe } from "../../kernel/replica";
import { ProblemNote } from "../../kernel/ui";
import { DayLine } from "./DayLine";
import { grouped } from "./grouping";
import { MessageItem, type Opened } from "./MessageItem";
import type { Place } from "./place";
import classes from "./Stream.module.css";
import { useJumpToOwn } from "./useJumpToOwn";
import { useLanding } from "./useLanding";
import { useLinks } from "./useLinks";
import { useMessageActs } from "./useMessageActs";
import { useNearEdges } from "./useNearEdges";
import { usePeopleIn } from "./usePeopleIn";
import { useSteadyScroll } from "./useSteadyScroll";
import { useStream } from "./useStream";
import { useStreamKeys } from "./useStreamKeys";

export interface StreamProps {
  place: Place;
  label: string;
  /** What stands there while nothing was written. */
  empty: ReactNode;
  /** The message that a link leads to. */
  landOn?: string;
  /** A part of a page that scrolls as a whole, such as the comments of a task: older ones come by a button. */
  inPage?: boolean;
  /** Larger and in lines of a good length, as in topics. */
  reading?: boolean;
  onThread?: (message: MessageRow) => void;
  /** Above the oldest message, once it is reached. */
  beginning?: ReactNode;
}

const [inPageCount, fullCount] = [20, 50];

/** Messages of a place, oldest first; it opens at the newest, or at the one that a link leads to. */
export function Stream({
  place,
  label,
  empty,
  landOn,
  inPage = false,
  reading = false,
  onThread,
  beginning,
}: StreamProps) {
  const { t } = useTranslation("messages");
  const me = useMe();
  const stream = useStream(place, { opensAt: landOn, count: inPage ? inPageCount : fullCount });
  const acts = useMessageActs(place);
  const links = useLinks();
  const content = useRef<HTMLOListElement>(null);
  const [active, setActive] = useState<string>();
  const [reachable, setReachable] = useState<string>();
  const [opened, setOpened] = useState<{ id: string; what: Opened }>();
  const { rows, follow } = stream;
  const people = usePeopleIn(rows);
  const placed = useMemo(() => grouped(rows ?? [], me.person.zone), [rows, me.person.zone]);

  const scroll = useSteadyScroll(content, { inPage, onMove: (atEnd) => follow(atEnd && !document.hidden) });
  useNearEdges(content, stream, inPage);
  const [landed, setLanded] = useLanding(landOn, rows, (id) => {
    scroll.centre(id);
    setReachable(id);
    content.current?.querySelector<HTMLElement>(`[data-message="${id}"]`)?.focus({ preventScroll: true });
  });

  // A tab that nobody looks at stays where its reader left it.
  useEffect(() => {
    const handleVisibility = () => document.hidden && follow(false);
    document.addEventListener("visibilitychange", handleVisibility);
    return () => document.removeEventListener("visibilitychange", handleVisibility);
  }, [follow]);

  const showMessage = useCallback(
    async (messageId: string) => {
      if (await stream.showMessage(messageId)) setLanded(messageId);
    },
    [stream.showMessage, setLanded],
  );

  useJumpToOwn(place, me.id, () => {
    setLanded(undefined);
    void stream.showNewest();
    scroll.holdEnd();
  });

  const handleOpened = useCallback(
    (message: MessageRow, what: Opened) => setOpened(what && { id: message.id, what }),
    [],
  );
  const keys = useStreamKeys({ content, rows, acts, onOpened: handleOpened, onThread, onReach: setReachable });
  const handleNewest = () => {
    setLanded(undefined);
    void stream.showNewest().then(scroll.holdEnd);
  };
  const handleOlder = () => {
    scroll.holdTop();
    void stream.showOlder();
  };

  const last = placed.at(-1)?.message.id;
  const tabStop = rows?.some((row) => row.id === reachable) ? reachable : last;
  const atStart = rows !== undefined && !stream.older;

  return (
    <div className={classes.frame} data-in-page={inPage || undefined}>
      <div
        className={classes.scroller}
        role="log"
        aria-live="off"
        aria-label={label}
        {...links.handlers}
        onPointerLeave={() => setActive(undefined)}
      >
        {place.kind === "chat" && <div className={classes.filler} />}
        {atStart && beginning}
        {stream.older && inPage && (
          <Button variant="subtle" size="compact-sm" onClick={handleOlder}>
            {t("older")}
          </Button>
        )}
        {rows === undefined && <Skeleton height={48} my="md" visible className={classes.skeleton} />}
        {rows?.length === 0 && (stream.problem ? null : empty)}
        <ol
          ref={content}
          className={classes.list}
          data-reading={reading || undefined}
          onKeyDown={keys}
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setActive(undefined)}
          onFocus={(event) => {
            const row = event.target.closest<HTMLElement>("[data-message]");
            setActive(row?.dataset.message);
            if (event.target === row) setReachable(row.dataset.message);
          }}
        >
          {placed.map(({ message, day, joined }) => [
            day && <DayLine key={day} day={day} zone={me.person.zone} />,
            <MessageItem
              key={message.id}
              message={message}
              people={people}
              acts={acts}
              joined={joined}
              active={active === message.id}
              reachable={tabStop === message.id}
              landed={landed === message.id}
              opened={opened?.id === message.id ? opened.what : undefined}
              onOpened={handleOpened}
              onActive={setActive}
              onThread={message.sync === "refused" ? undefined : onThread}
              onShow={showMessage}
            />,
          ])}
        </ol>
        {stream.problem && (
          <div className={classes.problem}>
            <ProblemNote
              error={stream.problem}
              again={() => void (rows?.length ? stream.showOlder() : stream.showNewest())}
            />
          </div>
        )}
      </div>
      {!inPage && (stream.arrived > 0 || stream.newer) && (
        <Button
          className={classes.newest}
          size="compact-md"
          radius="xl"
          variant="default"
          leftSection={<IconArrowDown size={14} stroke={1.8} />}
          onClick={handleNewest}
        >
          {stream.arrived > 0 ? t("arrived", { count: stream.arrived }) : t("newest")}
        </Button>
      )}
      {links.card}
    </div>
  );
}
