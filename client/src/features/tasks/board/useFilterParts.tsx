import { useTranslation } from "react-i18next";
import { type LabelRow, type PersonRow, useMe } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { LabelPill } from "../labels/LabelPill";
import { PriorityMark } from "../PriorityMark";
import type { FilterPartOf } from "./FilterPart";
import { doneFilters, dueFilters, priorities } from "./filter";

/** By what a board can be filtered, each with its choices; oneself stands first among the people. */
export function useFilterParts(labels: Map<string, LabelRow>, people: Map<string, PersonRow>): FilterPartOf[] {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const nobody = { id: "none", label: t("filter.nobody") };
  const unlabelled = { id: "none", label: t("filter.unlabelled") };
  const persons = [...people.values()].sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  return [
    {
      field: "who",
      choices: [
        ...persons.map((one) => ({ id: one.id, label: one.name, mark: <Face person={one} size={22} decorative /> })),
        nobody,
      ],
    },
    {
      field: "label",
      choices: [
        ...[...labels.values()]
          .filter((one) => !one.archivedAt)
          .map((one) => ({ id: one.id, label: one.name, mark: <LabelPill label={{ ...one, name: "  " }} /> })),
        unlabelled,
      ],
    },
    {
      field: "priority",
      choices: priorities.map((id) => ({
        id,
        label: t(`priorities.${id}`),
        mark: <PriorityMark priority={id} decorative />,
      })),
    },
    { field: "due", single: true, choices: dueFilters.map((id) => ({ id, label: t(`filter.dues.${id}`) })) },
    { field: "done", single: true, choices: doneFilters.map((id) => ({ id, label: t(`filter.dones.${id}`) })) },
  ];
}
