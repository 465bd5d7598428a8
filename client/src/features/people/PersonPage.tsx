import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe, useReplica, useRows, useSubmit } from "../../kernel/replica";
import { clock } from "../../kernel/text/dates";
import { cityOf } from "../../kernel/text/zones";
import { Empty, Face, useTitle } from "../../kernel/ui";
import { Horizon } from "../attention/horizon/Horizon";
import { writeTyped } from "../attention/hours/typedWeek";
import { assumedHours, readWeek } from "../attention/hours/week";
import { directWith, openDirect } from "../spaces/openDirect";
import { isOnBoard } from "../tasks/board/cards";
import classes from "./PersonPage.module.css";

const mostTasks = 50;

/** Who somebody is, what time it is where they are, and what we share. Nothing on it tells presence. */
export function PersonPage({ personId }: { personId: string }) {
  const { t } = useTranslation(["people", "attention"]);
  const me = useMe();
  const db = useReplica();
  const submit = useSubmit();
  const navigate = useNavigate();
  const found = useShared(personId);
  useTitle(found?.person?.name);
  if (!found) return null;
  const { person, spaces, tasks, direct } = found;
  if (!person) return <Empty>{t("unknown")}</Empty>;

  const worked = t(person.hours ? "attention:hours.works" : "attention:hours.worksAssumed", {
    hours: writeTyped(readWeek(person.hours ?? assumedHours)),
  });
  const mayWrite = person.id !== me.id && !person.former && (direct || me.can.includes("space.create"));
  const handleWrite = async () => {
    const spaceId = await openDirect(db, submit, [person.id]);
    await navigate({ to: "/s/$spaceId/chat", params: { spaceId } });
  };
  return (
    <article className={classes.page}>
      <header className={classes.head}>
        <Face person={person} size={72} decorative />
        <div className={classes.who}>
          <h1 className={classes.name}>{person.former ? t("former") : person.name}</h1>
          {person.roleText && <span>{person.roleText}</span>}
          {!person.former && (
            <span className={classes.about}>
              {t("time", { time: clock(new Date(), person.zone), place: cityOf(person.zone) })}
            </span>
          )}
          {!person.former && <span className={classes.about}>{worked}</span>}
        </div>
        {mayWrite && (
          <Button
            variant="default"
            leftSection={<IconMessage size={16} stroke={1.6} aria-hidden />}
            onClick={() => void handleWrite()}
          >
            {t("write", { name: person.name })}
          </Button>
        )}
      </header>
      {!person.former && <Horizon person={person} className={classes.label} />}
      <section>
        <h2 className={classes.label}>{t("spaces")}</h2>
        {spaces.length === 0 && <p className={classes.about}>{t("noSpaces")}</p>}
        {spaces.map((space) => (
          <Link key={space.id} to="/s/$spaceId/board" params={{ spaceId: space.id }} className={classes.row}>
            <span className={classes.what}>
              {space.emoji} {space.name}
            </span>
          </Link>
        ))}
      </section>
      <section>
        <h2 className={classes.label}>{t("tasks")}</h2>
        {tasks.length === 0 && <p className={classes.about}>{t("noTasks")}</p>}
        {tasks.map((task) => (
          <Link key={task.id} to="." search={(old: object) => ({ ...old, task: task.id })} className={classes.row}>
            <span className={classes.what}>{task.title}</span>
            <span className={classes.about}>{task.key}</span>
          </Link>
        ))}
      </section>
    </article>
  );
}

const useShared = (personId: string) =>
  useRows(
    async (db) => {
      const seats = await db.members.where({ personId }).toArray();
      const spaces = await db.spaces.bulkGet(seats.map((seat) => seat.spaceId));
      const tasks = await db.tasks
        .where("assigneeIds")
        .equals(personId)
        .and((task) => isOnBoard(task) && !task.completedAt)
        .limit(mostTasks)
        .toArray();
      return {
        person: await db.people.get(personId),
        spaces: spaces
          .flatMap((space) => (space?.kind === "group" && !space.archivedAt ? [space] : []))
          .sort((a, b) => a.name.localeCompare(b.name)),
        tasks,
        direct: (await directWith(db, [personId])) !== undefined,
      };
    },
    [personId],
  );
