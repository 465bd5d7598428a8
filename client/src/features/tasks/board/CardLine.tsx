import { IconBan, IconCheckbox, IconMessage, IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDay } from "../../../kernel/text/useDay";
import { Face, PendingMark } from "../../../kernel/ui";
import { LabelPill } from "../labels/LabelPill";
import { PriorityMark } from "../PriorityMark";
import { exactDate, isPast, shortDate } from "../taskDates";
import { useHands } from "./boardContext";
import classes from "./CardView.module.css";
import { type Card, dueOf, idsIn } from "./cards";

const shownLabels = 2;
const shownFaces = 3;

/** What is set, and nothing that is not. */
export function CardLine({ card }: { card: Card }) {
  const { t } = useTranslation("tasks");
  const { labels, known } = useHands();
  const ids = idsIn(card.labels).filter((id) => labels.has(id));
  const faces = idsIn(card.assignees);
  return (
    <div id={`line-${card.id}`} className={classes.line}>
      {card.priority !== "normal" && <PriorityMark priority={card.priority} />}
      {card.key && <span className={classes.key}>{card.key}</span>}
      {ids.slice(0, shownLabels).map((id) => (
        <span key={id} className={classes.label}>
          <LabelPill label={labels.get(id)} />
        </span>
      ))}
      {ids.length > shownLabels && <span>+{ids.length - shownLabels}</span>}
      <Due card={card} />
      {card.blocked && (
        <span className={classes.mark} title={t("state.blocked")}>
          <IconBan size={14} stroke={1.8} role="img" aria-label={t("state.blocked")} />
        </span>
      )}
      {card.checks > 0 && (
        <span className={classes.mark} title={t("checklist.title")}>
          <IconCheckbox size={14} stroke={1.6} role="img" aria-label={t("checklist.title")} />
          {card.checked}/{card.checks}
        </span>
      )}
      {card.comments > 0 && (
        <span className={classes.mark} title={t("comments")}>
          <IconMessage size={14} stroke={1.6} role="img" aria-label={t("comments")} />
          {card.comments}
        </span>
      )}
      {card.attachments > 0 && (
        <span className={classes.mark} title={t("attachments")}>
          <IconPaperclip size={14} stroke={1.6} role="img" aria-label={t("attachments")} />
          {card.attachments}
        </span>
      )}
      {card.sync && (
        <span className={classes.sync}>
          <PendingMark table="tasks" row={card} />
        </span>
      )}
      {faces.length > 0 && (
        <span className={classes.faces}>
          {faces.slice(0, faces.length > shownFaces ? shownFaces - 1 : shownFaces).map((id) => (
            <span key={id} role="img" aria-label={known.get(id)?.name ?? "…"} title={known.get(id)?.name}>
              <Face person={known.get(id)} size={20} decorative />
            </span>
          ))}
          {faces.length > shownFaces && <span>+{faces.length - shownFaces + 1}</span>}
        </span>
      )}
    </div>
  );
}

function Due({ card }: { card: Card }) {
  const { t } = useTranslation("tasks");
  const { zone } = useHands();
  useDay();
  const due = dueOf(card);
  if (!due) return null;
  const late = !card.completed && isPast(due, zone);
  return (
    <time dateTime={due.date} title={exactDate(due, zone)} className={classes.due} data-late={late || undefined}>
      {late ? t("dueLate", { date: shortDate(due, zone) }) : shortDate(due, zone)}
    </time>
  );
}
