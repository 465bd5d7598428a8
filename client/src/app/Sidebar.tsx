import { ActionIcon } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import {
  IconBellOff,
  IconChecklist,
  IconInbox,
  IconLayoutGrid,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPlus,
  IconSearch,
} from "@tabler/icons-react";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { isMuted } from "../features/spaces/keepSpace";
import { useSpaceName } from "../features/spaces/spaceName";
import { type SpaceRow, useMe, useRows } from "../kernel/replica";
import { Face } from "../kernel/ui";
import { isMac } from "./isMac";
import type { PlaceSearch } from "./router";
import classes from "./Sidebar.module.css";
import { SpaceMark } from "./SpaceMark";
import { toNewDirect } from "./toNewDirect";
import { useIdle } from "./useIdle";
import { useSpaces } from "./useSpaces";
import { useWaiting } from "./useWaiting";

const PersonMenu = lazy(() => import("./PersonMenu").then((file) => ({ default: file.PersonMenu })));

/** Whether the sidebar keeps the marks alone; every tab of the browser agrees. A small window has a choice of its own. */
export function useNarrow() {
  const small = useMediaQuery("(max-width: 899px)", false, { getInitialValueInEffect: false });
  const inSmall = useLocalStorage({ key: "baton.sidebarInSmall", defaultValue: true, getInitialValueInEffect: false });
  const inWide = useLocalStorage({ key: "baton.sidebar", defaultValue: false, getInitialValueInEffect: false });
  return small ? inSmall : inWide;
}

/** Where one can go: my tasks, spaces, direct. Narrow, it keeps the marks alone. */
export function Sidebar({ onGo, onSignOut }: { onGo: () => void; onSignOut: () => void }) {
  const { t } = useTranslation("app");
  const [narrow, setNarrow] = useNarrow();
  const { pinned, others, direct } = useSpaces();
  const me = useMe();
  const idle = useIdle();
  const waiting = useWaiting();
  const { pathname } = useLocation();
  const mine = (
    <Place
      to="/settings"
      label={me.person.name}
      mark={<Face person={me.person} size={20} decorative />}
      narrow={narrow}
    />
  );
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;

  const newDirect = narrow ? (
    <Place to="." search={toNewDirect} label={t("newMessage")} mark={<IconPlus size={18} stroke={1.6} />} narrow />
  ) : (
    <Link
      to="."
      search={toNewDirect as never}
      className={classes.more}
      aria-label={t("newMessage")}
      data-hint={t("newMessage")}
    >
      <IconPlus size={16} stroke={1.6} aria-hidden />
    </Link>
  );

  return (
    <nav aria-label={t("sidebar")} className={classes.side} data-narrow={narrow || undefined}>
      <div className={classes.head}>
        <span className={classes.workspace}>{me.workspace.name}</span>
        <span className={classes.tools}>
          {!narrow && (
            <button
              type="button"
              className={classes.go}
              aria-label={t("go.title")}
              aria-keyshortcuts="Control+K Meta+K"
              onClick={onGo}
            >
              <IconSearch size={18} stroke={1.6} aria-hidden />
              <span aria-hidden className={classes.key} data-keys={isMac ? "⌘K" : t("go.keys")} />
            </button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(narrow ? "widen" : "narrow")}
            aria-expanded={!narrow}
            onClick={() => setNarrow(!narrow)}
          >
            <Toggle size={18} stroke={1.6} />
          </ActionIcon>
        </span>
      </div>
      <div className={classes.places}>
        {narrow && (
          <button
            type="button"
            className={classes.place}
            aria-label={t("go.title")}
            aria-keyshortcuts="Control+K Meta+K"
            data-hint={t("go.title")}
            onClick={onGo}
          >
            <IconSearch size={18} stroke={1.6} aria-hidden />
          </button>
        )}
        <Place
          to="/inbox"
          label={t("inbox")}
          mark={<IconInbox size={18} stroke={1.6} />}
          after={waiting > 0 && <span className={classes.count}>{waiting}</span>}
          narrow={narrow}
          here={pathname === "/waiting-on"}
        />
        <Place to="/tasks" label={t("myTasks")} mark={<IconChecklist size={18} stroke={1.6} />} narrow={narrow} />
        <Group label={t("pinned")} spaces={pinned} narrow={narrow} />
        <Group label={t("spaces")} spaces={others} narrow={narrow} />
        <Place
          to="/spaces"
          exact
          label={t("allSpaces")}
          mark={<IconLayoutGrid size={18} stroke={1.6} />}
          narrow={narrow}
        />
        {me.can.includes("space.create") && (
          <Place
            to="/spaces"
            search={{ new: "group" }}
            label={t("newSpace")}
            mark={<IconPlus size={18} stroke={1.6} />}
            narrow={narrow}
          />
        )}
        <Group
          label={t("direct")}
          spaces={direct}
          narrow={narrow}
          more={me.can.includes("space.create") && newDirect}
        />
      </div>
      <div className={classes.foot}>
        <Suspense fallback={mine}>{idle ? <PersonMenu narrow={narrow} onSignOut={onSignOut} /> : mine}</Suspense>
      </div>
    </nav>
  );
}

interface GroupProps {
  label: string;
  spaces: SpaceRow[];
  narrow: boolean;
  /** The way to one more; with it the group stands there even when it is empty. */
  more?: ReactNode;
}

function Group({ label, spaces, narrow, more }: GroupProps) {
  if (spaces.length === 0 && !more) return null;
  return (
    <section aria-label={label}>
      <div className={classes.top}>
        <h2 className={classes.label}>{label}</h2>
        {!narrow && more}
      </div>
      {narrow && more}
      {spaces.map((space) => (
        <SpacePlace key={space.id} space={space} narrow={narrow} />
      ))}
    </section>
  );
}

function SpacePlace({ space, narrow }: { space: SpaceRow; narrow: boolean }) {
  const name = useSpaceName(space);
  const { t } = useTranslation("app");
  const muted = isMuted(space) && (
    <IconBellOff className={classes.muted} size={14} stroke={1.6} role="img" aria-label={t("muted")} />
  );
  const here = useTaskSpace() === space.id;
  return (
    <Place
      to={`/s/${space.id}`}
      label={name}
      mark={<SpaceMark space={space} />}
      after={muted}
      narrow={narrow}
      here={here}
    />
  );
}

/** On a task's own page, which has no space in its address. */
function useTaskSpace(): string | undefined {
  const { taskId } = useParams({ strict: false });
  return useRows(async (db) => (taskId ? (await db.tasks.get(taskId))?.spaceId : undefined), [taskId]);
}

interface PlaceProps {
  to: string;
  search?: object | ((old: PlaceSearch) => object);
  /** Marked only where the address says nothing more. */
  exact?: boolean;
  label: string;
  mark: ReactNode;
  after?: ReactNode;
  narrow: boolean;
  /** What is open belongs there, though its address is another. */
  here?: boolean;
}

function Place({ to, search, exact = false, label, mark, after, narrow, here }: PlaceProps) {
  return (
    <Link
      to={to}
      search={search as never}
      className={classes.place}
      aria-label={narrow ? label : undefined}
      data-hint={narrow ? label : undefined}
      activeProps={{ "aria-current": "page" }}
      inactiveProps={here ? { "aria-current": "true" } : undefined}
      activeOptions={{ exact, includeSearch: exact || search !== undefined }}
    >
      {mark}
      <span className={classes.name}>{label}</span>
      {!narrow && after}
    </Link>
  );
}
