import { Link } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { tellBack } from "../kernel/api/whenBack";
import { useConnection } from "../kernel/live/connection";
import { useKeeping } from "../kernel/replica";
import classes from "./ConnectionLine.module.css";

/** A server that restarts is back before anybody needs to know. */
const patienceMs = 2000;
const backMs = 5000;

/** One quiet line while there is no network or no server, or when something wants a look. It says what is safe; it never stands in the way. */
export function ConnectionLine() {
  const { t } = useTranslation("app");
  const { connection, waiting, refused } = useConnection();
  const offline = !useNetwork();
  const away = useLasting(connection === "offline", patienceMs) || offline;
  const back = useReturn(away, connection === "online", backMs);
  const keeping = useKeeping();

  useEffect(() => {
    if (connection === "online") tellBack();
  }, [connection]);

  if (away) {
    return (
      <Line to={waiting > 0 ? t("showUnsent") : undefined}>
        {t(`${offline ? "offline" : "away"}${waiting > 0 ? "Waiting" : ""}`, { count: waiting })}
      </Line>
    );
  }
  if (back) return <Line>{waiting > 0 ? t("backSending", { count: waiting }) : t("back")}</Line>;
  if (refused > 0) return <Line to={t("lookAt")}>{t("refusedCount", { count: refused })}</Line>;
  if (keeping !== "device") return <Line>{t(`keeping.${keeping}`)}</Line>;
  return null;
}

function Line({ children, to }: { children: string; to?: string }) {
  return (
    <p role="status" className={classes.line}>
      {children}{" "}
      {to && (
        <Link to="/unsent" className={classes.link}>
          {to}
        </Link>
      )}
    </p>
  );
}

/** Whether this device has a network at all, as far as the browser knows. */
const useNetwork = () => useSyncExternalStore(listen, () => navigator.onLine);

function listen(listener: () => void) {
  for (const event of ["online", "offline"]) addEventListener(event, listener);
  return () => {
    for (const event of ["online", "offline"]) removeEventListener(event, listener);
  };
}

/** True once `value` has been so for a while; false at once. */
function useLasting(value: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value && lasting;
}

/** True for a while from when somebody who was away is `here` again, however long that takes after the way is free. */
function useReturn(away: boolean, here: boolean, ms: number): boolean {
  const [was, setWas] = useState<"here" | "away" | "back">("here");
  useEffect(() => {
    if (away) setWas("away");
    else if (here) setWas((old) => (old === "away" ? "back" : old));
  }, [away, here]);
  useEffect(() => {
    if (was !== "back") return;
    const timer = setTimeout(() => setWas("here"), ms);
    return () => clearTimeout(timer);
  }, [was, ms]);
  return was === "back";
}
