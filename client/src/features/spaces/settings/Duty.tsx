import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconArrowUp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type SpaceRow, useReplica, useSubmit } from "../../../kernel/replica";
import { Face, PendingMark } from "../../../kernel/ui";
import { nameDuty } from "../nameDuty";
import classes from "../SpaceSettings.module.css";
import { useMembers } from "../useMembers";

const most = 10;

/** Who is asked first when something cannot wait: the first of them who is at work. */
export function Duty({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const [db, submit] = [useReplica(), useSubmit()];
  const members = (useMembers(space.id) ?? []).filter(({ seat }) => seat.role !== "guest");
  const named = (space.dutyIds ?? []).flatMap((id) => members.find(({ person }) => person.id === id) ?? []);
  const others = members.filter((one) => !named.includes(one));
  const mayEdit = space.can.includes("space.edit");
  // From what is kept, not from what is shown: that lags behind a quick second choice.
  const change = async (next: (ids: string[]) => string[]) => {
    const kept = (await db.spaces.get(space.id))?.dutyIds ?? [];
    await submit(nameDuty(space, next(kept.filter((id) => members.some(({ person }) => person.id === id)))));
  };
  const handleAdd = (personId: string) => void change((ids) => [...new Set([...ids, personId])]);
  const handleOff = (personId: string) => void change((ids) => ids.filter((id) => id !== personId));
  const handleUp = (personId: string) => void change((ids) => earlier(ids, personId));

  if (named.length === 0 && !mayEdit) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        {t("duty.title")} <PendingMark table="spaces" row={space} />
      </h3>
      <p className={classes.about}>{t("duty.why")}</p>
      <ul className={classes.rows}>
        {named.map(({ person }, at) => (
          <li key={person.id} className={classes.row}>
            <Face person={person} size={32} decorative />
            <span className={classes.who}>{person.name}</span>
            {mayEdit && at > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("duty.up", { name: person.name })}
                onClick={() => handleUp(person.id)}
              >
                <IconArrowUp size={18} stroke={1.6} />
              </ActionIcon>
            )}
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("duty.off", { name: person.name })}
                onClick={() => handleOff(person.id)}
              >
                <IconX size={18} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && others.length > 0 && named.length < most && (
        <NativeSelect
          label={t("duty.add")}
          data={[
            { value: "", label: t("duty.choose") },
            ...others.map(({ person }) => ({ value: person.id, label: person.name })),
          ]}
          value=""
          onChange={(event) => event.currentTarget.value && handleAdd(event.currentTarget.value)}
        />
      )}
    </section>
  );
}

function earlier(ids: string[], id: string): string[] {
  const at = ids.indexOf(id);
  return at > 0 ? ids.toSpliced(at, 1).toSpliced(at - 1, 0, id) : ids;
}
