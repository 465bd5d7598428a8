import { Title } from "@mantine/core";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../kernel/replica";
import { useTitle } from "../../kernel/ui";
import classes from "./SettingsFrame.module.css";

const pages = [
  { to: "/settings", key: "settings.profile" },
  { to: "/settings/hours", key: "settings.hours" },
  { to: "/settings/time-off", key: "settings.timeOff" },
  { to: "/settings/notifications", key: "settings.notifications" },
  { to: "/settings/ledger", key: "settings.ledger" },
  { to: "/settings/security", key: "settings.security" },
  { to: "/settings/people", key: "settings.people" },
] as const;

/** On a phone the row of pages is longer than the screen. */
const intoView = (tab: HTMLAnchorElement | null) => tab?.scrollIntoView({ block: "nearest", inline: "center" });

export function SettingsFrame() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  useTitle(t("settings.title"));
  const guest = me.person.workspaceRole === "guest";
  return (
    <div className={classes.page}>
      <Title order={1}>{t("settings.title")}</Title>
      <nav aria-label={t("settings.title")} className={classes.tabs}>
        {pages
          .filter((page) => page.key !== "settings.people" || !guest)
          .map(({ to, key }) => (
            <Link
              key={to}
              to={to}
              className={classes.tab}
              activeOptions={{ exact: to === "/settings" }}
              activeProps={{ "aria-current": "page", ref: intoView }}
            >
              {t(key)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </div>
  );
}
