import { useTranslation } from "react-i18next";
import { type SpaceRow, useMe, useRows, useSubmit } from "../../../kernel/replica";
import { Empty, offerUndo, PendingMark, When } from "../../../kernel/ui";
import { archiveLabel, restoreLabel } from "../labels/changeLabel";
import { LabelPill } from "../labels/LabelPill";
import { archiveList, restoreList } from "../lists/changeList";
import classes from "./Archive.module.css";
import { Restore } from "./StoredTasks";
import { holds } from "./stored";

interface StoredProps {
  space: SpaceRow;
  text: string;
}

/** Archived lists, each with the tasks that lie in it and come back with it. */
export function StoredLists({ space, text }: StoredProps) {
  const { t } = useTranslation("archive");
  const { zone } = useMe().person;
  const submit = useSubmit();
  const lists = useRows(
    async (db) => {
      const all = await db.lists.where({ spaceId: space.id }).toArray();
      const archived = all.filter((list) => list.archivedAt).sort(byArchived);
      const inside = (id: string) =>
        db.tasks
          .where("[listId+orderKey]")
          .between([id, ""], [id, "\uffff"])
          .and((task) => !task.archivedAt && !task.deletedAt)
          .count();
      return Promise.all(archived.map(async (list) => ({ list, tasks: await inside(list.id) })));
    },
    [space.id],
  );
  const found = lists?.filter(({ list }) => holds(text, list.name));
  const mayRestore = space.can.includes("list.manage");

  if (!found) return null;
  if (found.length === 0) return <Empty>{t(text.trim() ? "noneFound" : "none.lists")}</Empty>;
  return (
    <ul className={classes.rows} aria-label={t("show.lists")}>
      {found.map(({ list, tasks }) => (
        <li key={list.id} className={classes.row}>
          <span className={classes.name}>{list.name}</span>
          <PendingMark table="lists" row={list} />
          <span className={classes.about}>
            {t("tasksInside", { count: tasks })}
            <span className={classes.when}>
              <When at={list.archivedAt ?? ""} zone={zone} />
            </span>
          </span>
          {mayRestore && (
            <Restore
              name={list.name}
              onRestore={() => {
                void submit(restoreList(list));
                offerUndo(t("restored", { name: list.name }), () => submit(archiveList(list)));
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Archived labels: they stay on the tasks that have them, but no task gets them any more. */
export function StoredLabels({ space, text }: StoredProps) {
  const { t } = useTranslation("archive");
  const { zone } = useMe().person;
  const submit = useSubmit();
  const labels = useRows(
    async (db) =>
      (await db.labels.where({ spaceId: space.id }).toArray()).filter((one) => one.archivedAt).sort(byArchived),
    [space.id],
  );
  const found = labels?.filter((label) => holds(text, label.name));
  const mayRestore = space.can.includes("label.manage");

  if (!found) return null;
  if (found.length === 0) return <Empty>{t(text.trim() ? "noneFound" : "none.labels")}</Empty>;
  return (
    <ul className={classes.rows} aria-label={t("show.labels")}>
      {found.map((label) => (
        <li key={label.id} className={classes.row}>
          <span className={classes.name}>
            <LabelPill label={label} />
          </span>
          <PendingMark table="labels" row={label} />
          <span className={classes.about}>
            <span className={classes.when}>
              <When at={label.archivedAt ?? ""} zone={zone} />
            </span>
          </span>
          {mayRestore && (
            <Restore
              name={label.name}
              onRestore={() => {
                void submit(restoreLabel(label));
                offerUndo(t("restored", { name: label.name }), () => submit(archiveLabel(label)));
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const byArchived = (a: { archivedAt: string | null }, b: { archivedAt: string | null }) =>
  (b.archivedAt ?? "").localeCompare(a.archivedAt ?? "");
