import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../kernel/replica";
import { useTitle } from "../../kernel/ui";
import { FirstSteps } from "../people/FirstSteps";
import classes from "./MyTasks.module.css";
import { MyTaskRow } from "./mine/MyTaskRow";
import { type Mine, sections, useMine } from "./mine/useMine";

/** What I do in all my spaces, by when it is due. */
export function MyTasks() {
  const { t } = useTranslation("tasks");
  const { zone } = useMe().person;
  const navigate = useNavigate();
  const { done } = useSearch({ strict: false }) as { done?: string };
  const withDone = done === "shown";
  const mine = useMine(withDone);
  useTitle(t("mine"));
  if (!mine) return null;

  const handleDone = () =>
    void navigate({ to: ".", search: (old: object) => ({ ...old, done: withDone ? undefined : "shown" }) });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t("mine")}</h1>
        <Button size="compact-sm" variant="subtle" color="gray" aria-pressed={withDone} onClick={handleDone}>
          {t(withDone ? "hideDone" : "showDone")}
        </Button>
      </header>
      {mine.length === 0 && <FirstSteps otherwise={t("mineNone")} />}
      {sections.map((section) => (
        <Section
          key={section}
          name={t(`mineBy.${section}`)}
          rows={mine.filter((one) => one.section === section)}
          zone={zone}
        />
      ))}
    </div>
  );
}

function Section({ name, rows, zone }: { name: string; rows: Mine[]; zone: string }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2 className={classes.name}>
        {name} <span className={classes.count}>{rows.length}</span>
      </h2>
      <ul className={classes.rows}>
        {rows.map((one) => (
          <MyTaskRow key={one.task.id} mine={one} zone={zone} />
        ))}
      </ul>
    </section>
  );
}
