import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../kernel/replica";
import classes from "./TaskTalk.module.css";

const Comments = lazy(() => import("./Comments").then((file) => ({ default: file.Comments })));
const TaskHistory = lazy(() => import("../history/TaskHistory").then((file) => ({ default: file.TaskHistory })));

const tabs = ["comments", "history"] as const;

/** Below the task: what is said about it, and what was done with it. */
export function TaskTalk({ task, mayComment }: { task: TaskRow; mayComment: boolean }) {
  const { t } = useTranslation("tasks");
  const [tab, setTab] = useState<(typeof tabs)[number]>("comments");
  const handleKey = (event: React.KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tab === "comments" ? "history" : "comments";
    setTab(other);
    document.getElementById(`tab-${other}`)?.focus();
  };
  return (
    <section>
      <div role="tablist" aria-label={t("talk")} className={classes.tabs} onKeyDown={handleKey}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls="talk"
            tabIndex={one === tab ? 0 : -1}
            className={classes.tab}
            onClick={() => setTab(one)}
          >
            {t(one)}
            {one === "comments" && task.commentCount > 0 && <span className={classes.count}>{task.commentCount}</span>}
          </button>
        ))}
      </div>
      <div id="talk" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Suspense>
          {tab === "comments" ? <Comments task={task} mayComment={mayComment} /> : <TaskHistory task={task} />}
        </Suspense>
      </div>
    </section>
  );
}
