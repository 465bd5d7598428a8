import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionLine } from "./ConnectionLine";
import classes from "./Frame.module.css";
import { PhoneBar } from "./PhoneBar";
import { Sidebar } from "./Sidebar";
import { useDrawer } from "./useDrawer";

const TaskDrawer = lazy(() => import("./TaskDrawer").then((file) => ({ default: file.TaskDrawer })));
const ThreadDrawer = lazy(() => import("./ThreadDrawer").then((file) => ({ default: file.ThreadDrawer })));

/** Sidebar, page, and the drawer beside it. */
export function Frame() {
  const { t } = useTranslation("app");
  const { task, thread } = useDrawer();
  return (
    <div className={classes.frame}>
      <a href="#page" className={classes.skip}>
        {t("skip")}
      </a>
      <Sidebar />
      <div className={classes.page}>
        <ConnectionLine />
        <main id="page" tabIndex={-1} className={classes.main}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
        <PhoneBar />
      </div>
      <Suspense>
        {task ? <TaskDrawer key={task} taskId={task} /> : thread && <ThreadDrawer key={thread} messageId={thread} />}
      </Suspense>
    </div>
  );
}
