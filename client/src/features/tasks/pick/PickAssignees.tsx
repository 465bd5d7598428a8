import { useTranslation } from "react-i18next";
import { type TaskRow, useMe, useSubmit } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { assignPerson, unassignPerson } from "../assignPerson";
import { usePeople } from "../board/useBoard";

/** Who does it; me first. */
export function PickAssignees({ task }: { task: TaskRow }) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const people = [...(usePeople(task.spaceId)?.values() ?? [])].filter((person) => !person.former);
  const submit = useSubmit();
  const chosen = task.assignees.map((one) => one.personId);
  const sorted = people.sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  return (
    <ChoiceList
      label={t("pick.assignee")}
      choices={sorted.map((person) => ({
        id: person.id,
        label: person.name,
        mark: <Face person={person} size={22} decorative />,
        hint: person.id === me.id ? t("me") : undefined,
      }))}
      chosen={chosen}
      onToggle={(id) => void submit(chosen.includes(id) ? unassignPerson(task, id) : assignPerson(task, id))}
    />
  );
}
