import { Button } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SentAsk } from "../../../kernel/api/types";
import { usePages } from "../../../kernel/api/usePages";
import { useMe, useRows } from "../../../kernel/replica";
import { dayAndTime, dayAndTimeThere } from "../../../kernel/text/dates";
import { cityOf } from "../../../kernel/text/zones";
import { Empty, Face, ProblemNote, useTitle } from "../../../kernel/ui";
import classes from "../inbox/Inbox.module.css";
import { InboxTabs } from "../inbox/InboxTabs";
import { placeOfItem } from "../inbox/placeOfItem";
import { useAskWords } from "./useAskWords";

/** What I asked of others and is open: when it reaches them, by when, and what they said. Never whether they looked. */
export function WaitingOn() {
  const { t } = useTranslation("asks");
  const { items, more, problem, again } = usePages<SentAsk>("/asks/sent");
  useTitle(t("sent.title"));
  const posts = bySubject(items ?? []);
  return (
    <div className={classes.page}>
      <InboxTabs />
      <ProblemNote error={problem} again={again} />
      {items?.length === 0 && (
        <Empty icon={<IconInbox size={32} stroke={1.4} aria-hidden />}>{t("sent.nothing")}</Empty>
      )}
      {posts.map(([id, asks]) => (
        <Post key={id} asks={asks} />
      ))}
      {more && (
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.more} onClick={more}>
          {t("sent.more")}
        </Button>
      )}
    </div>
  );
}

function bySubject(items: SentAsk[]): [string, SentAsk[]][] {
  const found = new Map<string, SentAsk[]>();
  for (const item of items) found.set(item.post.id, [...(found.get(item.post.id) ?? []), item]);
  return [...found];
}

function Post({ asks }: { asks: SentAsk[] }) {
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
        {asks.map(({ ask, deliverAt, zone: theirs }, index) => (
          <li key={ask.id} className={classes.row}>
            <Face person={people?.[index]} size={28} decorative />
            <div className={classes.text}>
              <p className={classes.reason}>
                <span className={classes.who}>{people?.[index]?.name ?? "…"}</span>{" "}
                {words(ask, people?.[index]?.name ?? "…").state}
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
          </li>
        ))}
      </ul>
    </section>
  );
}
