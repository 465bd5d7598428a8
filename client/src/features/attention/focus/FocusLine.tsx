import { useLocalStorage } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { clock } from "../../../kernel/text/dates";
import { focusPageIfLost } from "../../../kernel/ui";
import classes from "./FocusLine.module.css";
import { useFocus } from "./useFocus";

/** One quiet line while I am in focus, and what I was at when it is over. */
export function FocusLine({ onWrite }: { onWrite: () => void }) {
  const { t } = useTranslation("focus");
  const { running, over, zone, end, dismiss } = useFocus();
  // Asked once for each block; whoever does not want to say is not asked again.
  const [skipped, setSkipped] = useLocalStorage({
    key: "baton.focusSkipped",
    defaultValue: "",
    getInitialValueInEffect: false,
    serialize: String,
    deserialize: String,
  });

  if (running) {
    const { entry, until } = running;
    const key = `${entry.id} ${until.toISOString()}`;
    return (
      <div role="status" className={classes.line}>
        <span className={classes.text}>{t("inFocus", { when: clock(until, zone) })}</span>
        {!entry.resume && skipped !== key && (
          <>
            <button type="button" className={classes.act} onClick={onWrite}>
              {t("resume")}
            </button>
            <button
              type="button"
              className={classes.act}
              onClick={() => {
                setSkipped(key);
                focusPageIfLost();
              }}
            >
              {t("skip")}
            </button>
          </>
        )}
        {entry.week ? (
          <Link to="/settings/time-off" className={classes.act}>
            {t("change")}
          </Link>
        ) : (
          <button type="button" className={classes.act} onClick={() => void end(running).then(focusPageIfLost)}>
            {t("end")}
          </button>
        )}
      </div>
    );
  }
  if (!over) return null;
  return (
    <div role="status" className={classes.line}>
      <span className={classes.text}>
        {t("was")} <strong className={classes.resume}>{over.resume}</strong>
      </span>
      <button type="button" className={classes.act} onClick={() => void dismiss(over).then(focusPageIfLost)}>
        {t("dismiss")}
      </button>
    </div>
  );
}
