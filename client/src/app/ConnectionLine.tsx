import { useTranslation } from "react-i18next";
import { useConnection } from "../kernel/live/connection";
import classes from "./ConnectionLine.module.css";

/** One quiet line while the server is away. It says what is safe; it never stands in the way. */
export function ConnectionLine() {
  const { t } = useTranslation("app");
  const { connection, waiting } = useConnection();
  if (connection !== "offline") return null;
  return (
    <p role="status" className={classes.line}>
      {waiting > 0 ? t("offlineWaiting", { count: waiting }) : t("offline")}
    </p>
  );
}
