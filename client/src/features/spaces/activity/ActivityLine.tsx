import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityItem, MessageResponse } from "../../../kernel/api/types";
import { useMe } from "../../../kernel/replica";
import { clock, exactTime } from "../../../kernel/text/dates";
import { Face } from "../../../kernel/ui";
import { excerptOf } from "../../messages/excerpt";
import { inWords } from "../../tasks/history/inWords";
import classes from "../Activity.module.css";
import { spaceWords } from "./spaceWords";
import type { KnownOf } from "./useKnown";

interface ActivityLineProps {
  item: ActivityItem;
  known: KnownOf;
  spaceId: string;
  /** Below the line of its run, which says who. */
  inRun?: boolean;
}

/** Who did what, when, and a link to it. */
export function ActivityLine({ item, known, spaceId, inRun }: ActivityLineProps) {
  const { t } = useTranslation("activity");
  const { t: tasks } = useTranslation("tasks");
  const { zone } = useMe().person;
  const ofTask = /^(task|checklist)\./.test(item.kind);
  const words = ofTask ? inWords({ ...item, spaceId }, { zone, ...known }, tasks) : spaceWords(item, known, t);
  return (
    <li className={classes.line}>
      {!inRun && <Face person={known.actor(item.actorId)} size={24} decorative />}
      <div className={classes.what}>
        <span>
          {!inRun && <b>{item.actorId ? known.person(item.actorId) : "Baton"}</b>} {words}
        </span>
        <Thing item={item} known={known} spaceId={spaceId} />
      </div>
      <time dateTime={item.at} className={classes.when} data-hint={exactTime(item.at, zone)}>
        {clock(new Date(item.at), zone)}
      </time>
    </li>
  );
}

function Thing({ item, known, spaceId }: { item: ActivityItem; known: KnownOf; spaceId: string }): ReactNode {
  const { t } = useTranslation("activity");
  const noun = item.kind.split(".")[0];
  const payload = (item.payload ?? {}) as Partial<MessageResponse> & { title?: string; key?: string };
  if (noun === "task" || noun === "checklist") {
    const task = known.task(item.itemId) ?? payload;
    return (
      <Link to="." search={(old: object) => ({ ...old, task: item.itemId })} className={classes.thing}>
        {task.title ? [task.key, task.title].filter(Boolean).join(" ") : t("aTask")}
      </Link>
    );
  }
  if (noun === "topic") {
    return (
      <Link to="/s/$spaceId/topics/$topicId" params={{ spaceId, topicId: item.itemId }} className={classes.thing}>
        {known.topic(item.itemId)?.title ?? payload.title ?? t("aTopic")}
      </Link>
    );
  }
  if (noun === "ask" || (noun === "message" && item.kind !== "message.deleted")) {
    const message = known.message(item.itemId);
    const html = payload.html ?? message?.html ?? "";
    const [file] = payload.attachments ?? message?.attachments ?? [];
    return (
      <Link to="/m/$messageId" params={{ messageId: item.itemId }} className={classes.thing}>
        {excerptOf(html) || file?.name || t("aMessage")}
      </Link>
    );
  }
  return null;
}
