import { useTranslation } from "react-i18next";
import classes from "./Attachments.module.css";

/** Lies over the place that takes the files that hang above it. */
export function DropHere() {
  const { t } = useTranslation("attachments");
  return <div className={classes.dropHere}>{t("drop")}</div>;
}
