import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconArrowUp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type SpaceRow, useSubmit } from "../../../kernel/replica";
import { Face, PendingMark } from "../../../kernel/ui";
import { nameDuty } from "../nameDuty";
import classes from "../SpaceSettings.module.css";
import { useMembers } from "../useMembers";

const most = 10;

/** Who is asked first when something cannot wait: the first of them who is at work. */
export function Duty({ space }: { space: SpaceRow }) {
  const { t } = useTranslation("spaceSettings");
  const submit = useSubmit();
  const members = (useMembers(space.id) ?? []).filter(({ seat }) => seat.role !== "guest");
  const named = (space.dutyIds ?? []).flatMap((id) => members.find(({ person }) => person.id === id) ?? []);
  const others = members.filter((one) => !named.includes(one));
  const mayEdit = space.can.includes("space.edit");
  const ids = named.map(({ person }) => person.id);
  const name = (personIds: string[]) => void submit(nameDuty(space, personIds));
  const handleUp = (at: number) => name(ids.toSpliced(at, 1).toSpliced(at - 1, 0, ...ids.slice(at, at + 1)));

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
                onClick={() => handleUp(at)}
              >
                <IconArrowUp size={18} stroke={1.6} />
              </ActionIcon>
            )}
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("duty.off", { name: person.name })}
                onClick={() => name(ids.toSpliced(at, 1))}
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
          onChange={(event) => event.currentTarget.value && name([...ids, event.currentTarget.value])}
        />
      )}
    </section>
  );
}
