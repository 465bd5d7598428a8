import { IconChecklist, IconInbox, IconLayoutGrid, IconSearch, IconUser } from "@tabler/icons-react";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./PhoneBar.module.css";
import { useWaiting } from "./useWaiting";

interface PlaceProps {
  to: string;
  label: string;
  Icon: typeof IconUser;
  /** What is open belongs there, though its address is another. */
  here?: boolean;
  count?: number;
}

/** What the sidebar is on a wide screen. */
export function PhoneBar({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation("app");
  const { spaceId } = useParams({ strict: false });
  const { pathname } = useLocation();
  const waiting = useWaiting();
  return (
    <nav aria-label={t("sidebar")} className={classes.bar}>
      <Place to="/inbox" label={t("inbox")} Icon={IconInbox} here={pathname === "/waiting-on"} count={waiting} />
      <Place to="/tasks" label={t("bar.tasks")} Icon={IconChecklist} />
      <Place to="/spaces" label={t("bar.spaces")} Icon={IconLayoutGrid} here={spaceId !== undefined} />
      <button type="button" className={classes.place} onClick={onGo}>
        <IconSearch size={22} stroke={1.6} aria-hidden />
        {t("bar.search")}
      </button>
      <Place to="/settings" label={t("bar.me")} Icon={IconUser} />
    </nav>
  );
}

function Place({ to, label, Icon, here, count = 0 }: PlaceProps) {
  return (
    <Link
      to={to}
      className={classes.place}
      activeProps={{ "aria-current": "page" }}
      inactiveProps={here ? { "aria-current": "true" } : undefined}
    >
      <Icon size={22} stroke={1.6} aria-hidden />
      <span>
        {label} {count > 0 && <span className={classes.count}>{count}</span>}
      </span>
    </Link>
  );
}
