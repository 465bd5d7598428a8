import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dropLost, type Lost, useMe, useReplica } from "../../kernel/replica";
import { When } from "../../kernel/ui";
import classes from "./Unsent.module.css";

/** What was written for spaces that were taken away: to be read and copied, until it is discarded. */
export function LostList({ entries }: { entries: Lost[] }) {
  const { t } = useTranslation("sync");
  const { zone } = useMe().person;
  const db = useReplica();
  if (entries.length === 0) return null;
  return (
    <section aria-label={t("lost")}>
      <h2 className={classes.label}>{t("lost")}</h2>
      <p className={classes.about}>{t("lostAbout")}</p>
      <ul className={classes.rows}>
        {entries.map(({ id, at, kind, space, text }) => (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <span>{t(`did.${kind}`, { defaultValue: t("did.other") })}</span>
              <span className={classes.about}>
                {space && `${space} · `}
                <When at={at} zone={zone} />
              </span>
              {text && <span className={classes.text}>{text}</span>}
            </div>
            <Button size="compact-sm" variant="default" onClick={() => void dropLost(db, id)}>
              {t("discard")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
