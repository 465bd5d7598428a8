import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type PersonRow, useRows } from "../../kernel/replica";

/** Everybody this device knows, by id: who left a space keeps their name on its cards and in its history. */
export function useKnownPeople(): Map<string, PersonRow> | undefined {
  const { t } = useTranslation("tasks");
  const people = useRows((db) => db.people.toArray(), []);
  return useMemo(
    () => people && new Map(people.map((one) => [one.id, one.former ? { ...one, name: t("former") } : one])),
    [people, t],
  );
}
