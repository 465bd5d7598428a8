import { useTranslation } from "react-i18next";
import { type PersonRow, type TaskRow, useMe } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { PickAssignees } from "../pick/PickAssignees";
import type { TaskRights } from "../taskRights";
import { ProgressMenu } from "./ProgressMenu";
import classes from "./Properties.module.css";
import { Property } from "./Property";

export interface AssigneesProps {
  task: TaskRow;
  people: Map<string, PersonRow>;
  may: TaskRights;
}

/** Who does it, and how far each of them is. */
export function Assignees({ task, people, may }: AssigneesProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const persons = task.assignees.map(({ personId, state }) => ({
    person: people.get(personId) ?? { id: personId, name: t("former"), picture: null },
    state,
  }));
  return (
    <Property
      name={t("assignees")}
      mayEdit={may.edit}
      value={
        persons.length > 0 && (
          <>
            {persons.length === 1 && <Face person={persons[0]?.person} size={22} decorative />}
            <span className={classes.name}>{persons.map((one) => one.person.name).join(", ")}</span>
          </>
        )
      }
      none={t("nobody")}
      more={
        persons.length > 0 && (
          <ul className={classes.people}>
            {persons.map(({ person, state }) => (
              <li key={person.id} className={classes.person}>
                {persons.length > 1 && (
                  <>
                    <Face person={person} size={22} decorative />
                    <span className={classes.name}>{person.name}</span>
                  </>
                )}
                <ProgressMenu
                  task={task}
                  person={person}
                  state={state}
                  mayEdit={may.edit || (may.work && person.id === me.id)}
                />
              </li>
            ))}
          </ul>
        )
      }
    >
      {() => <PickAssignees task={task} />}
    </Property>
  );
}
