import { useTranslation } from "react-i18next";
import { type PersonRow, type TaskRow, useSubmit } from "../../../kernel/replica";
import { Face, Faces } from "../../../kernel/ui";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { useKnownPeople } from "../useKnownPeople";
import { unwatchTask, watchTask } from "../watchTask";
import { Property } from "./Property";

export interface WatchersProps {
  task: TaskRow;
  people: Map<string, PersonRow>;
  mayEdit: boolean;
}

/** Who wants to know of it without doing it. */
export function Watchers({ task, people, mayEdit }: WatchersProps) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const known = useKnownPeople();
  const watchers = task.watcherIds.flatMap((id) => known?.get(id) ?? []);
  return (
    <Property
      name={t("watchers")}
      mayEdit={mayEdit}
      value={watchers.length > 0 && <Faces people={watchers} size={22} />}
      none={t("nobody")}
    >
      {() => (
        <ChoiceList
          label={t("pick.watcher")}
          choices={[...people.values()]
            .filter((person) => !person.former)
            .map((person) => ({
              id: person.id,
              label: person.name,
              mark: <Face person={person} size={22} decorative />,
            }))}
          chosen={task.watcherIds}
          onToggle={(id) => void submit(task.watcherIds.includes(id) ? unwatchTask(task, id) : watchTask(task, id))}
        />
      )}
    </Property>
  );
}
