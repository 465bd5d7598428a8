import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./Inbox.module.css";

/** What others want of me, and what I want of others. */
export function InboxTabs() {
  const { t } = useTranslation("inbox");
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{t("title")}</h1>
      <nav aria-label={t("tabs.label")} className={classes.tabs}>
        <Link to="/inbox" className={classes.tab} activeProps={{ "aria-current": "page" }}>
          {t("tabs.mine")}
        </Link>
        <Link to="/waiting-on" className={classes.tab} activeProps={{ "aria-current": "page" }}>
          {t("tabs.sent")}
        </Link>
      </nav>
    </header>
  );
}
