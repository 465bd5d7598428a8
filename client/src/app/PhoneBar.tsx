import { IconChecklist, IconLayoutGrid, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./PhoneBar.module.css";

const places = [
  { to: "/tasks", key: "bar.tasks", Icon: IconChecklist },
  { to: "/spaces", key: "bar.spaces", Icon: IconLayoutGrid },
  { to: "/settings", key: "bar.me", Icon: IconUser },
] as const;

/** What the sidebar is on a wide screen. */
export function PhoneBar() {
  const { t } = useTranslation("app");
  return (
    <nav aria-label={t("sidebar")} className={classes.bar}>
      {places.map(({ to, key, Icon }) => (
        <Link key={to} to={to} className={classes.place} activeProps={{ "aria-current": "page" }}>
          <Icon size={22} stroke={1.6} aria-hidden />
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
