import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type InboxRow, useMe } from "../../../kernel/replica";
import { dayAndTime } from "../../../kernel/text/dates";
import classes from "./Inbox.module.css";
import type { Names } from "./useNames";

interface SnoozedProps {
  rows: InboxRow[];
  names: Names;
  onWake: (row: InboxRow) => void;
}

/** What I put off, and when it comes back. */
export function Snoozed({ rows, names, onWake }: SnoozedProps) {
  const { t } = useTranslation("inbox");
  const { zone } = useMe().person;
  const [opened, setOpened] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("snoozed", { count: rows.length })}>
      <button type="button" className={classes.fold} aria-expanded={opened} onClick={() => setOpened((old) => !old)}>
        <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.turn} />
        {t("snoozed", { count: rows.length })}
      </button>
      {opened && (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id} className={classes.row}>
              <div className={classes.text}>
                <span className={classes.subject}>{row.subject || t("noWords")}</span>
                <p className={classes.line}>
                  <span>{row.snoozedUntil && t("comesBack", { when: dayAndTime(row.snoozedUntil, zone) })}</span>
                  <span>{names.person(row.senderId)}</span>
                </p>
              </div>
              <Button size="compact-sm" variant="default" onClick={() => onWake(row)}>
                {t("wake")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
