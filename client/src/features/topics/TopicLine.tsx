import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type TopicRow, useMe, useRows } from "../../kernel/replica";
import { Face, PendingMark, When } from "../../kernel/ui";
import classes from "./TopicList.module.css";

export function TopicLine({ topic }: { topic: TopicRow }) {
  const { t } = useTranslation("topics");
  const me = useMe();
  const opener = useRows((db) => db.people.get(topic.openedBy), [topic.openedBy]);
  const replies = Math.max(0, topic.messageCount - 1);
  return (
    <li className={classes.line}>
      <Face person={opener} size={32} decorative />
      <div className={classes.what}>
        <Link
          to="/s/$spaceId/topics/$topicId"
          params={{ spaceId: topic.spaceId, topicId: topic.id }}
          className={classes.title}
        >
          {topic.title}
        </Link>
        <span className={classes.by}>
          {topic.closure && (
            <span className={classes.outcome} data-hue="green">
              <IconCircleCheck size={14} stroke={1.8} aria-hidden /> {t(`outcome.${topic.closure.outcome}`)}
            </span>
          )}
          {t("openedBy", { name: opener?.former ? t("former") : (opener?.name ?? "…") })}
          <PendingMark table="topics" row={topic} />
        </span>
      </div>
      <span className={classes.count}>{replies > 0 ? t("replies", { count: replies }) : t("noReplies")}</span>
      <span className={classes.last}>
        <When at={topic.lastMessageAt} zone={me.person.zone} />
      </span>
    </li>
  );
}
