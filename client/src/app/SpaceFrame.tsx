import { IconActivity, IconLayoutKanban, IconMessage, IconMessages, IconSettings } from "@tabler/icons-react";
import { Link, Outlet, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { restoreSpace } from "../features/spaces/archiveSpace";
import { useSpaceName } from "../features/spaces/spaceName";
import { useConnection } from "../kernel/live/connection";
import { insteadOf, useMe, useReplica, useRows, useSubmit } from "../kernel/replica";
import { Empty, PendingMark, TextLink, useTitle, When } from "../kernel/ui";
import classes from "./SpaceFrame.module.css";
import { SpaceMark } from "./SpaceMark";

const tabs = ["board", "topics", "chat", "activity", "settings"] as const;
/** Of two people it is the talk that comes first. */
const directTabs = ["chat", "board", "topics", "activity", "settings"] as const;

/** What a tab is where its word finds no room. */
const marks = {
  board: IconLayoutKanban,
  topics: IconMessages,
  chat: IconMessage,
  activity: IconActivity,
  settings: IconSettings,
};

/** A space's name and its mini-apps, above each of its pages. */
export function SpaceFrame() {
  const { t } = useTranslation("app");
  const { spaceId } = useParams({ from: "/signed-in/s/$spaceId" });
  const db = useReplica();
  const { zone } = useMe().person;
  const { connection } = useConnection();
  const submit = useSubmit();
  const navigate = useNavigate();
  const found = useRows(
    async (db) => ({ space: await db.spaces.get(spaceId), instead: await insteadOf(db, spaceId) }),
    [spaceId],
  );
  const name = useSpaceName(found?.space);
  useTitle(name);
  const tabsRow = useRef<HTMLElement>(null);
  const { href, pathname } = useLocation();

  // Where the tabs do not fit, the one of the page is among those that show.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step, and when the drawer opens or closes
  useEffect(() => {
    tabsRow.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [href, found]);

  useEffect(() => {
    void db.meta.put({ key: "lastSpace", value: spaceId });
  }, [db, spaceId]);

  const instead = found?.instead;
  useEffect(() => {
    // The people of this space had one already, under another address.
    if (instead) void navigate({ to: ".", params: { spaceId: instead } as never, search: true, replace: true });
  }, [instead, navigate]);

  if (!found) return null;
  const { space } = found;
  // Somebody who has just come in here has not read their spaces yet.
  if (!space && connection === "connecting") return null;
  if (!space) return <Empty action={<TextLink to="/">{t("notFound.home")}</TextLink>}>{t("noSpace")}</Empty>;
  return (
    <div className={classes.space}>
      <header className={classes.head}>
        <div className={classes.row}>
          <h1 className={classes.name}>
            <SpaceMark space={space} />
            <span className={classes.text}>{name}</span>
            <PendingMark table="spaces" row={space} />
          </h1>
          <nav
            ref={tabsRow}
            aria-label={t("miniApps")}
            className={classes.tabs}
            // A mouse has but one wheel.
            onWheel={({ currentTarget, deltaY }) => currentTarget.scrollBy(deltaY, 0)}
          >
            {(space.kind === "direct" ? directTabs : tabs).map((tab) => {
              const Mark = marks[tab];
              return (
                <Link
                  key={tab}
                  to={`/s/$spaceId/${tab}`}
                  params={{ spaceId }}
                  className={classes.tab}
                  aria-label={t(`tabs.${tab}`)}
                  data-hint={t(`tabs.${tab}`)}
                  activeProps={{ "aria-current": "page" }}
                  // What is off the board is a page of the board's.
                  inactiveProps={
                    tab === "board" && pathname.endsWith("/archive") ? { "aria-current": "true" } : undefined
                  }
                >
                  <Mark size={18} stroke={1.6} aria-hidden className={classes.mark} />
                  <span className={classes.word}>{t(`tabs.${tab}`)}</span>
                </Link>
              );
            })}
          </nav>
        </div>
      </header>
      {space.archivedAt && (
        <p className={classes.archived}>
          <span>
            {t("spaceArchived")} <When at={space.archivedAt} zone={zone} />
          </span>
          {space.can.includes("space.archive") && (
            <button type="button" className={classes.back} onClick={() => void submit(restoreSpace(space))}>
              {t("bringBack")}
            </button>
          )}
        </p>
      )}
      <div className={classes.body}>
        <Outlet />
      </div>
    </div>
  );
}
