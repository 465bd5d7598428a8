import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePages } from "../../../kernel/api/usePages";
import { type TaskRow, useMe, useRows } from "../../../kernel/replica";
import { Face, ProblemNote, When } from "../../../kernel/ui";
import { useLabels } from "../board/useBoard";
import { useKnownPeople } from "../useKnownPeople";
import { type Deed, inWords, type Known } from "./inWords";
import classes from "./TaskHistory.module.css";

/** What was done with the task, newest first, in words. */
export function TaskHistory({ task }: { task: TaskRow }) {
  const { t } = useTranslation("tasks");
  const { zone } = useMe().person;
  const { items, problem, more, again } = usePages<Deed>(`/tasks/${task.id}/history`);
  const people = useKnownPeople();
  const labels = useLabels(task.spaceId);
  const lists = useRows(
    async (db) => new Map((await db.lists.where({ spaceId: task.spaceId }).toArray()).map((list) => [list.id, list])),
    [task.spaceId],
  );
  if (problem && !items) return <ProblemNote error={problem} again={again} />;
  if (!items || !people || !labels || !lists) return null;

  const known: Known = {
    zone,
    person: (id) => people.get(id)?.name ?? "…",
    list: (id) => lists.get(id)?.name ?? t("goneList"),
    label: (id) => labels.get(id)?.name ?? t("goneLabel"),
  };
  return (
    <>
      <ol className={classes.deeds}>
        {items.map((deed) => {
          const actor = deed.actorId ? people.get(deed.actorId) : undefined;
          return (
            <li key={`${deed.spaceId}:${deed.version}`} className={classes.deed}>
              <Face person={actor} size={20} decorative />
              <span className={classes.words}>
                <b className={classes.actor}>{deed.actorId ? known.person(deed.actorId) : "Baton"}</b>{" "}
                {inWords(deed, known, t)}
              </span>
              <span className={classes.when}>
                <When at={deed.at} zone={zone} />
              </span>
            </li>
          );
        })}
      </ol>
      {more && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={more}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
