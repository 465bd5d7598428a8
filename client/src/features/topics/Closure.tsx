import { IconChecklist, IconCircleCheck, IconHistory } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TopicResponse } from "../../kernel/api/types";
import { useMe, useRows } from "../../kernel/replica";
import { When } from "../../kernel/ui";
import { MessageBody } from "../messages/MessageBody";
import { useLinks } from "../messages/useLinks";
import classes from "./TopicPage.module.css";

interface ClosureProps {
  spaceId: string;
  closure: NonNullable<TopicResponse["closure"]>;
  /** The topic was opened again since. */
  earlier?: boolean;
}

/** What the discussion concluded: who, when, and what it made. */
export function Closure({ spaceId, closure, earlier = false }: ClosureProps) {
  const { t } = useTranslation("topics");
  const me = useMe();
  const links = useLinks();
  const by = useRows((db) => db.people.get(closure.by), [closure.by]);
  const tasks = useRows((db) => db.tasks.bulkGet(closure.taskIds), [closure.taskIds.join()]);
  return (
    <section
      className={classes.closure}
      data-hue={earlier ? undefined : "green"}
      data-earlier={earlier || undefined}
      aria-label={t(earlier ? "earlierLabel" : "outcomeLabel")}
      {...links.handlers}
    >
      <p className={classes.closureHead}>
        {earlier ? (
          <IconHistory size={18} stroke={1.8} aria-hidden />
        ) : (
          <IconCircleCheck size={18} stroke={1.8} aria-hidden />
        )}
        <strong>
          {earlier ? t("earlier", { outcome: t(`outcome.${closure.outcome}`) }) : t(`outcome.${closure.outcome}`)}
        </strong>
        <span>
          {by?.former ? t("former") : by?.name} · <When at={closure.at} zone={me.person.zone} />
        </span>
      </p>
      {closure.html && <MessageBody html={closure.html} spaceId={spaceId} />}
      {closure.taskIds.length > 0 && (
        <ul className={classes.made}>
          {closure.taskIds.map((id, index) => (
            <li key={id}>
              <Link to="." search={(old: object) => ({ ...old, task: id }) as never} className={classes.madeTask}>
                <IconChecklist size={16} stroke={1.6} aria-hidden />
                {tasks?.[index] ? `${tasks[index].key} ${tasks[index].title}` : t("aTask")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {links.card}
    </section>
  );
}
