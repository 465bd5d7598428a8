import { ActionIcon, Button } from "@mantine/core";
import { IconArrowForwardUp, IconCheck, IconClock, IconDots, IconHandGrab } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type InboxRow, useMe } from "../../../kernel/replica";
import { dayAndTime, exactTime } from "../../../kernel/text/dates";
import { useMinute } from "../../../kernel/text/useMinute";
import { PendingMark } from "../../../kernel/ui";
import classes from "./Inbox.module.css";
import { leftOf, workBetween } from "./moments";
import { placeOfItem } from "./placeOfItem";
import type { Names } from "./useNames";

export type Doing = "done" | "take" | "delegate" | "snooze" | "more";

export interface RowProps {
  row: InboxRow;
  names: Names;
  /** Within a bundle its place is told already. */
  bundled?: boolean;
  /** Shown beside the list. */
  chosen?: boolean;
  onDo: (doing: Doing, row: InboxRow, at: DOMRect) => void;
}

/** One thing that waits for me or that I am to know: who and why first, then what, then by when and where. */
export function Row({ row, names, bundled = false, chosen = false, onDo }: RowProps) {
  const { t } = useTranslation("inbox");
  const isAsk = row.role !== "know";
  const space = names.space(row.postSpaceId);
  // A task's own title is told already.
  const where = row.post.kind === "task" ? space : names.place(row);
  const handle = (doing: Doing) => (event: React.MouseEvent) => {
    onDo(doing, row, event.currentTarget.getBoundingClientRect());
  };
  const tool = (doing: Doing, label: string, Icon: typeof IconClock, keys: string) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={classes.tool}
      data-hint={`${label} (${keys})`}
      aria-label={label}
      onClick={handle(doing)}
    >
      <Icon size={18} stroke={1.6} />
    </ActionIcon>
  );
  return (
    <li className={classes.row} data-item={row.id} data-chosen={chosen || undefined}>
      <div className={classes.text}>
        <p className={classes.reason}>
          <span className={classes.who}>{t(`asks.${row.role}`, { name: names.person(row.senderId) })}</span>
          <span className={classes.why}>
            {t(`why.${row.why.kind}`, { name: names.person(row.why.ofId), title: names.of(row.why.ofId) })}
          </span>
        </p>
        <Link {...placeOfItem(row)} className={classes.subject}>
          {row.subject || t("noWords")}
        </Link>
        <p className={classes.line}>
          {isAsk && <Due row={row} />}
          {!bundled && <span className={classes.where}>{where === space ? space : `${where} · ${space}`}</span>}
          {row.oneOf && row.state !== "taken" && <span>{t("oneOf")}</span>}
          {row.effort !== null && <span>{t("effort", { count: row.effort })}</span>}
          {row.ifSilent && <span className={classes.silent}>{t("ifSilent", { what: row.ifSilent })}</span>}
        </p>
      </div>
      <PendingMark table="inbox" row={row} />
      <div className={classes.tools}>
        {isAsk && tool("take", t("take"), IconHandGrab, "T")}
        {isAsk && tool("delegate", t("delegate"), IconArrowForwardUp, "D")}
        {tool("snooze", t("snooze"), IconClock, "S")}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />}
          onClick={handle("done")}
        >
          {t(`did.${row.role}`)}
        </Button>
        <ActionIcon variant="subtle" color="gray" aria-label={t("more")} onClick={handle("more")}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </li>
  );
}

/** "Answer by Wed 15:00", or what I said. */
function Due({ row }: { row: InboxRow }) {
  const { t } = useTranslation("inbox");
  const { zone, hours } = useMe().person;
  const now = useMinute();
  if (row.state === "taken") {
    const until = row.commitAt && dayAndTime(row.commitAt, zone);
    return <span className={classes.due}>{until ? t("takenUntil", { until }) : t("taken")}</span>;
  }
  if (row.urgency === "breakGlass") return <span className={classes.due}>{t("cannotWait")}</span>;
  if (!row.respondBy) return <span className={classes.due}>{t("whenever")}</span>;
  const until = new Date(row.respondBy);
  const left = leftOf(workBetween(hours, zone, now, until));
  return (
    <>
      <time className={classes.due} dateTime={row.respondBy} data-hint={exactTime(row.respondBy, zone)}>
        {t(`by.${row.role}`, { when: dayAndTime(row.respondBy, zone) })}
      </time>
      {until > now && <span className={classes.due}>{t(`left.${left.key}`, { count: left.count })}</span>}
    </>
  );
}
