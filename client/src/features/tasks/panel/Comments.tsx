import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../kernel/replica";
import { Conversation } from "../../messages/Conversation";
import type { Place } from "../../messages/place";
import classes from "./TaskTalk.module.css";

/** What is said about a task, and where one says it. */
export function Comments({ task, mayComment }: { task: TaskRow; mayComment: boolean }) {
  const { t } = useTranslation("tasks");
  const { message } = useSearch({ strict: false }) as { message?: string };
  const { id, spaceId } = task;
  const place = useMemo<Place>(() => ({ kind: "task", id, spaceId }), [id, spaceId]);
  return (
    <Conversation
      inPage
      place={place}
      label={t("comments")}
      empty={mayComment && <p className={classes.empty}>{t("noComments")}</p>}
      landOn={message}
      placeholder={t("writeComment")}
      closed={task.deletedAt ? <p className={classes.empty}>{t("noCommenting")}</p> : undefined}
    />
  );
}
