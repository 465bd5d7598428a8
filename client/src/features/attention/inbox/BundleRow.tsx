import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Inbox.module.css";
import { Row, type RowProps } from "./Row";
import type { Bundle } from "./useInbox";

interface BundleRowProps extends Pick<RowProps, "names" | "onDo"> {
  bundle: Bundle;
  onLetGo: (bundle: Bundle) => void;
}

/** Several things to know of one topic, task or chat, as one line that opens. */
export function BundleRow({ bundle, names, onDo, onLetGo }: BundleRowProps) {
  const { t } = useTranslation("inbox");
  const [opened, setOpened] = useState(false);
  const [first] = bundle.rows;
  if (!first) return null;
  if (bundle.rows.length === 1) return <Row row={first} names={names} onDo={onDo} />;
  const senders = [...new Set(bundle.rows.map((row) => names.person(row.senderId)))];
  const told = senders.length > 3 ? [...senders.slice(0, 3), "…"] : senders;
  return (
    <li className={classes.bundle}>
      <div className={classes.bundleHead} data-item={bundle.key}>
        <button
          type="button"
          className={classes.bundleName}
          aria-expanded={opened}
          onClick={() => setOpened((old) => !old)}
        >
          <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.turn} />
          <span className={classes.subject}>{names.place(first)}</span>
          <span className={classes.count}>{t("messages", { count: bundle.rows.length })}</span>
          <span className={classes.senders}>{told.join(", ")}</span>
        </button>
        <Button size="compact-sm" variant="default" onClick={() => onLetGo(bundle)}>
          {t("letGoAll", { count: bundle.rows.length })}
        </Button>
      </div>
      {opened && (
        <ul className={classes.rows}>
          {bundle.rows.map((row) => (
            <Row key={row.id} row={row} names={names} bundled onDo={onDo} />
          ))}
        </ul>
      )}
    </li>
  );
}
