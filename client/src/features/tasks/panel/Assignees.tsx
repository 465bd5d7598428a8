import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type TaskRow, useMe } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { PickAssignees } from "../pick/PickAssignees";
import type { TaskRights } from "../taskRights";
import { useKnownPeople } from "../useKnownPeople";
import { ProgressMenu } from "./ProgressMenu";
import classes from "./Properties.module.css";

export interface AssigneesProps {
  task: TaskRow;
  may: TaskRights;
}

/** Who does it, and how far each of them is. */
export function Assignees({ task, may }: AssigneesProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const known = useKnownPeople();
  const [opened, setOpened] = useState(false);
  const persons = task.assignees.map(({ personId, state }) => ({
    person: known?.get(personId) ?? { id: personId, name: "…", picture: null },
    state,
  }));
  const value = (who: React.ReactNode) =>
    may.edit ? (
      <button
        type="button"
        className={classes.value}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <span className={classes.spoken}>{t("assignees")}: </span>
        {who}
      </button>
    ) : (
      <span className={classes.value}>{who}</span>
    );

  return (
    <div className={classes.property}>
      <dt>{t("assignees")}</dt>
      <dd>
        {persons.map(({ person, state }) => (
          <div key={person.id} className={classes.person}>
            {value(
              <>
                <Face person={person} size={22} decorative />
                <span className={classes.name}>{person.name}</span>
              </>,
            )}
            <ProgressMenu
              task={task}
              person={person}
              state={state}
              mayEdit={may.edit || (may.work && person.id === me.id)}
            />
          </div>
        ))}
        {persons.length === 0 && value(<span className={classes.none}>{t("nobody")}</span>)}
        <PickPopover
          opened={opened}
          onClose={() => setOpened(false)}
          label={t("assignees")}
          target={<span aria-hidden className={classes.below} />}
        >
          <PickAssignees task={task} />
        </PickPopover>
      </dd>
    </div>
  );
}
