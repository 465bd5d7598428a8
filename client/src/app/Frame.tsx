import { useDisclosure } from "@mantine/hooks";
import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLostWord } from "../features/sync/useLostWord";
import { useMe, useRows } from "../kernel/replica";
import { ConnectionLine } from "./ConnectionLine";
import classes from "./Frame.module.css";
import { PhoneBar } from "./PhoneBar";
import type { PlaceSearch } from "./router";
import { Sidebar, useNarrow } from "./Sidebar";
import { toFocus } from "./toFocus";
import { useDrawer } from "./useDrawer";
import { useGoOn } from "./useGoOn";
import { useMySettings } from "./useMySettings";
import { useOnceTrue } from "./useOnceTrue";
import { useShellKeys } from "./useShellKeys";
import { whenIdle } from "./whenIdle";

const GoAnywhere = lazy(() => import("./GoAnywhere").then((file) => ({ default: file.GoAnywhere })));
const SignOut = lazy(() => import("../features/accounts/SignOut").then((file) => ({ default: file.SignOut })));
const Shortcuts = lazy(() => import("./Shortcuts").then((file) => ({ default: file.Shortcuts })));

const NewDirect = lazy(() => import("../features/spaces/NewDirect").then((file) => ({ default: file.NewDirect })));
const FocusNow = lazy(() =>
  import("../features/attention/focus/FocusNow").then((file) => ({ default: file.FocusNow })),
);
const FocusLine = lazy(() =>
  whenIdle().then(async () => ({ default: (await import("../features/attention/focus/FocusLine")).FocusLine })),
);
const TaskDrawer = lazy(() => import("./TaskDrawer").then((file) => ({ default: file.TaskDrawer })));
const ThreadDrawer = lazy(() => import("./ThreadDrawer").then((file) => ({ default: file.ThreadDrawer })));
// The worker, which some of it speaks with, comes then too.
const Signals = lazy(() => whenIdle().then(async () => ({ default: (await import("./Signals")).Signals })));

/** Sidebar, page, and the drawer beside it. */
export function Frame() {
  const { t } = useTranslation("app");
  const { task, thread } = useDrawer();
  const { new: making } = useSearch({ strict: false });
  const me = useMe();
  const navigate = useNavigate();
  const handleClose = () =>
    void navigate({ to: ".", search: (old: PlaceSearch) => ({ ...old, new: undefined }), replace: true });
  const { spaceId } = useParams({ strict: false }) as { spaceId?: string };
  // What stood in the drawer went with the space; the page says so, once.
  const gone = useRows(async (db) => spaceId !== undefined && !(await db.spaces.get(spaceId)), [spaceId]);
  const [going, go] = useDisclosure(false);
  const [helping, help] = useDisclosure(false);
  const [leaving, leave] = useDisclosure(false);
  const [hasGone, hasHelped, hasLeft] = [useOnceTrue(going), useOnceTrue(helping), useOnceTrue(leaving)];
  const [narrow, setNarrow] = useNarrow();
  useMySettings();
  useLostWord();
  useGoOn();
  useShellKeys({ onGo: go.open, onHelp: help.open, onSidebar: () => setNarrow(!narrow) });
  return (
    <div className={classes.frame}>
      <a href="#page" className={classes.skip}>
        {t("skip")}
      </a>
      <Sidebar onGo={go.open} onSignOut={leave.open} />
      <div className={classes.page}>
        <main id="page" tabIndex={-1} className={classes.main}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
        {/* Below the page: nothing that somebody reads is pushed down. */}
        <Suspense>
          <FocusLine onWrite={() => void navigate({ to: ".", search: toFocus })} />
        </Suspense>
        <ConnectionLine />
        <PhoneBar onGo={go.open} />
      </div>
      <Suspense>
        {!gone &&
          (task ? <TaskDrawer key={task} taskId={task} /> : thread && <ThreadDrawer key={thread} messageId={thread} />)}
      </Suspense>
      <Suspense>
        <Signals />
      </Suspense>
      <Suspense>
        {making === "direct" && me.can.includes("space.create") && <NewDirect onClose={handleClose} />}
        {making === "focus" && <FocusNow onClose={handleClose} />}
        {hasGone && <GoAnywhere opened={going} onClose={go.close} onHelp={help.open} onSignOut={leave.open} />}
        {hasHelped && <Shortcuts opened={helping} onClose={help.close} />}
        {hasLeft && <SignOut opened={leaving} onClose={leave.close} />}
      </Suspense>
    </div>
  );
}
