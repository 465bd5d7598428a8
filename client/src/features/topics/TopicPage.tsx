import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../../kernel/api/call";
import type { TopicResponse } from "../../kernel/api/types";
import { readMissing, useReplica, useRows, useSubmit } from "../../kernel/replica";
import { Missing, useTitle } from "../../kernel/ui";
import { Conversation } from "../messages/Conversation";
import type { Place } from "../messages/place";
import { useSpaceName } from "../spaces/spaceName";
import { Closure } from "./Closure";
import { reopenTopic } from "./reopenTopic";
import { TopicHead } from "./TopicHead";
import classes from "./TopicPage.module.css";
import { topicRights } from "./topicRights";

/** A discussion: its outcome on top once it has one, then what was written. */
export function TopicPage({ spaceId, topicId }: { spaceId: string; topicId: string }) {
  const { t } = useTranslation("topics");
  const [db, submit] = [useReplica(), useSubmit()];
  const { message } = useSearch({ strict: false });
  const [problem, setProblem] = useState<unknown>();
  const found = useRows(async (db) => ({ topic: await db.topics.get(topicId) }), [topicId]);
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  const place = useMemo<Place>(() => ({ kind: "topic", id: topicId, spaceId }), [topicId, spaceId]);
  const topic = found?.topic;
  const missing = found !== undefined && !topic;
  useTitle(topic?.title, useSpaceName(space));

  useEffect(() => {
    if (!missing) return;
    const ask = () => read<TopicResponse>(`/topics/${topicId}`);
    readMissing(db, "topics", ask, (one) => [one]).catch(setProblem);
  }, [db, missing, topicId]);

  if (!topic || !space) return <Missing error={problem} />;
  return (
    <div className={classes.page}>
      <TopicHead topic={topic} space={space} />
      {topic.closure && <Closure spaceId={topic.spaceId} closure={topic.closure} />}
      {!topic.closure && topic.earlierClosure && (
        <Closure spaceId={topic.spaceId} closure={topic.earlierClosure} earlier />
      )}
      <div className={classes.conversation}>
        <Conversation
          place={place}
          label={t("messagesIn", { title: topic.title })}
          landOn={message}
          reading
          empty={null}
          closed={
            topic.closure && (
              <div className={classes.closed}>
                <span>{t("isClosed")}</span>
                {topicRights(topic, space, db.personId).close && (
                  <Button size="compact-md" variant="default" onClick={() => void submit(reopenTopic(topic))}>
                    {t("reopen")}
                  </Button>
                )}
              </div>
            )
          }
        />
      </div>
    </div>
  );
}
