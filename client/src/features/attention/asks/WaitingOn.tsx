import { Button } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SentAsk } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { useMe, useRows, useSubmit } from "../../../kernel/replica";
import { dayAndTime, dayAndTimeThere } from "../../../kernel/text/dates";
import { cityOf } from "../../../kernel/text/zones";
import { Empty, Face, focusPageIfLost, ProblemNote, useTitle } from "../../../kernel/ui";
import classes from "../inbox/Inbox.module.css";
import { InboxTabs } from "../inbox/InboxTabs";
import { placeOfItem } from "../inbox/placeOfItem";
import { useAskWords } from "./useAskWords";
import { useSoonAfterNews } from "./useSoonAfterNews";
import { withdrawAsk } from "./withdrawAsk";

/** What I asked of others: when it reaches them, by when, what they said, and what became of it. Never whether they looked. */
export function WaitingOn() {
  const { t } = useTranslation("asks");
  const { items, more, problem, again } = usePages<SentAsk>(`/asks/sent?limit=${atOnce}`);
  const {
    items: ended,
    more: moreEnded,
    again: endedAgain,
  } = usePages<SentAsk>(`/asks/sent?closed=true&limit=${atOnce}`);
  useTitle(t("sent.title"));
  const readAgain = useCallback(() => {
    again();
    endedAgain();
  }, [again, endedAgain]);
  useSoonAfterNews(readAgain);
  // What I took back here goes at once, whatever an earlier answer says.
  const [takenBack, setTakenBack] = useState<readonly string[]>([]);
  const submit = useSubmit();
  const takeBack = async ({ ask, post, spaceId }: SentAsk) => {
    await submit(withdrawAsk({ id: post.id, spaceId }, ask));
    setTakenBack((old) => [...old, ask.id]);
    focusPageIfLost();
  };
  const posts = bySubject((items ?? []).filter(({ ask }) => !takenBack.includes(ask.id)));
  return (
    <div className={classes.page}>
      <InboxTabs />
      <ProblemNote error={problem} again={again} />
      {items && posts.length === 0 && (
        <Empty icon={<IconInbox size={32} stroke={1.4} aria-hidden />}>{t("sent.nothing")}</Empty>
      )}
      {posts.map(([id, asks]) => (
        <Post key={id} asks={asks} onTakeBack={(one) => void takeBack(one)} />
      ))}
      <More onMore={more} />
      {ended && ended.length > 0 && (
        <section className={classes.sent} aria-label={t("sent.lately")}>
          <h2 className={classes.sentName}>{t("sent.lately")}</h2>
          <ul className={classes.rows}>
            {ended.map((one) => (
              <Ended key={one.ask.id} one={one} />
            ))}
          </ul>
          <More onMore={moreEnded} />
        </section>
      )}
    </div>
  );
}

function More({ onMore }: { onMore: (() => void) | undefined }) {
  const { t } = useTranslation("asks");
  return (
    onMore && (
      <Button variant="subtle" color="gray" size="compact-sm" className={classes.more} onClick={onMore}>
        {t("sent.more")}
      </Button>
    )
  );
}

/** Of each of the two lists. */
const atOnce = 200;

/** What became of one that is over. */
function Ended({ one: { ask, post, spaceId, subject, closedAt } }: { one: SentAsk }) {
  const { zone } = useMe().person;
  const words = useAskWords(ask.delegatedToId);
  const person = useRows((db) => db.people.get(ask.personId), [ask.personId]);
  return (
    <li className={classes.row}>
      <Face person={person} size={28} decorative />
      <div className={classes.text}>
        <p className={classes.reason}>
          <span className={classes.who}>{person?.name ?? "…"}</span> {words(ask, "").state}
        </p>
        <Link {...placeOfItem({ post, postSpaceId: spaceId })} className={classes.subject}>
          {subject}
        </Link>
        <p className={classes.line}>{closedAt && <span>{dayAndTime(closedAt, zone)}</span>}</p>
      </div>
    </li>
  );
}

function bySubject(items: SentAsk[]): [string, SentAsk[]][] {
  const found = new Map<string, SentAsk[]>();
  for (const item of items) found.set(item.post.id, [...(found.get(item.post.id) ?? []), item]);
  return [...found];
}

function Post({ asks, onTakeBack }: { asks: SentAsk[]; onTakeBack: (one: SentAsk) => void }) {
  const { t } = useTranslation("asks");
  const { zone } = useMe().person;
  const words = useAskWords();
  const people = useRows(
    (db) => db.people.bulkGet(asks.map((one) => one.ask.personId)),
    [asks.map((a) => a.ask.id).join()],
  );
  const [first] = asks;
  if (!first) return null;
  return (
    <section className={classes.sent} aria-label={first.subject}>
      <h2 className={classes.sentName}>
        <Link {...placeOfItem({ post: first.post, postSpaceId: first.spaceId })} className={classes.sentLink}>
          {first.subject}
        </Link>
      </h2>
      <ul className={classes.rows}>
        {asks.map((one, index) => {
          const { ask, deliverAt, zone: theirs } = one;
          const name = people?.[index]?.name ?? "…";
          return (
            <li key={ask.id} className={classes.row}>
              <Face person={people?.[index]} size={28} decorative />
              <div className={classes.text}>
                <p className={classes.reason}>
                  <span className={classes.who}>{name}</span> {words(ask, name).state}
                </p>
                <p className={classes.line}>
                  {ask.respondBy && (
                    <span>
                      {t("sent.by", { mine: dayAndTime(ask.respondBy, zone) })}
                      {theirs !== zone &&
                        ` (${t("sent.theirs", { when: dayAndTimeThere(ask.respondBy, theirs), city: cityOf(theirs) })})`}
                    </span>
                  )}
                  <span>
                    {deliverAt
                      ? t(deliverAt > new Date().toISOString() ? "sent.reaches" : "sent.reached", {
                          when: dayAndTime(deliverAt, zone),
                        })
                      : t("sent.noTime")}
                  </span>
                </p>
              </div>
              <TakeBack name={name} onTakeBack={() => onTakeBack(one)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** They may have begun with it: it cannot be undone, and so is asked first. */
function TakeBack({ name, onTakeBack }: { name: string; onTakeBack: () => void }) {
  const { t } = useTranslation("asks");
  const [sure, setSure] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      flex="none"
      onClick={() => (sure ? onTakeBack() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? "withdrawSure" : "withdraw", { name })}
    </Button>
  );
}
