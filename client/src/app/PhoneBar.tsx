import { IconChecklist, IconLayoutGrid, IconSearch, IconUser } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./PhoneBar.module.css";

interface PlaceProps {
  to: string;
  label: string;
  Icon: typeof IconUser;
  /** What is open belongs there, though its address is another. */
  here?: boolean;
}

/** What the sidebar is on a wide screen. */
export function PhoneBar({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation("app");
  const { spaceId } = useParams({ strict: false });
  return (
    <nav aria-label={t("sidebar")} className={classes.bar}>
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

function Place({ to, label, Icon, here }: PlaceProps) {
  return (
    <Link
      to={to}
      className={classes.place}
      activeProps={{ "aria-current": "page" }}
      inactiveProps={here ? { "aria-current": "true" } : undefined}
    >
      <Icon size={22} stroke={1.6} aria-hidden />
      {label}
    </Link>
  );
}
