import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import { type TaskRow, useSubmit } from "../../../kernel/replica";
import { withDragKit } from "../board/withDragKit";
import { byOrder, keyAt, keyAtBottom } from "../order";
import type { TaskRights } from "../taskRights";
import { useKnownPeople } from "../useKnownPeople";
import { addItem } from "./addItem";
import classes from "./Checklist.module.css";
import { ChecklistRow } from "./ChecklistRow";
import { changeItem } from "./changeItem";
import { useItemTouch } from "./useItemTouch";

/** Small steps of one task, in an order of their own. */
export function Checklist({ task, may }: { task: TaskRow; may: TaskRights }) {
  const { t } = useTranslation("tasks");
  const submit = useSubmit();
  const people = useKnownPeople();
  const [adding, setAdding] = useState(false);
  const [said, announce] = useState("");
  const items = [...task.checklist].sort(byOrder);
  const done = items.filter((item) => item.done).length;

  const move = (itemId: string, index: number) => {
    const others = items.filter((item) => item.id !== itemId);
    if (index < 0 || index > others.length) return;
    void submit(changeItem(task, itemId, { orderKey: keyAt(others, index) }));
    announce(t("checklist.moved", { place: index + 1, count: items.length }));
  };
  const drop = (itemId: string, overId: string | undefined, edge: string | null) => {
    if (overId === itemId) return;
    const others = items.filter((item) => item.id !== itemId);
    const over = others.findIndex((item) => item.id === overId);
    move(itemId, over < 0 ? others.length : over + (edge === "bottom" ? 1 : 0));
  };
  const present = useRef(drop);
  present.current = drop;
  const section = useRef<HTMLElement>(null);
  useItemTouch(section, may.edit, drop);

  useEffect(
    () =>
      withDragKit(({ monitorForElements, extractClosestEdge }) =>
        monitorForElements({
          canMonitor: ({ source }) => source.data.checklistOf === task.id,
          onDrop: ({ source, location }) => {
            const target = location.current.dropTargets[0];
            if (!target) return;
            const [itemId, overId] = [source.data.itemId as string, target.data.itemId as string];
            present.current(itemId, overId, extractClosestEdge(target.data));
          },
        }),
      ),
    [task.id],
  );

  if (items.length === 0 && !may.edit) return null;
  return (
    <section ref={section} aria-label={t("checklist.title")}>
      {(items.length > 0 || adding) && (
        <h2 className={classes.head}>
          {t("checklist.title")}
          {items.length > 0 && (
            <span className={classes.count}>{t("checklist.done", { done, count: items.length })}</span>
          )}
        </h2>
      )}
      <ul className={classes.items} data-list={task.id}>
        {items.map((item, index) => (
          <ChecklistRow
            key={item.id}
            task={task}
            item={item}
            people={people}
            may={may}
            onMove={(step) => move(item.id, index + step)}
          />
        ))}
      </ul>
      {adding ? (
        <NewItem
          onAdd={(text) => void submit(addItem(task, text, keyAtBottom(items)))}
          onClose={() => setAdding(false)}
        />
      ) : (
        may.edit && (
          <button type="button" className={classes.add} onClick={() => setAdding(true)}>
            {t(items.length > 0 ? "checklist.add" : "checklist.start")}
          </button>
        )
      )}
      <div role="status" className={classes.said}>
        {said}
      </div>
    </section>
  );
}

function NewItem({ onAdd, onClose }: { onAdd: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation("tasks");
  const add = (field: HTMLInputElement) => {
    if (field.value.trim()) onAdd(field.value);
    field.value = "";
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) add(event.currentTarget);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it opens on a press of the button that stood here
      autoFocus
      className={classes.new}
      aria-label={t("checklist.new")}
      placeholder={t("checklist.new")}
      maxLength={longest.checklistText}
      onKeyDown={handleKey}
      onBlur={(event) => {
        add(event.currentTarget);
        onClose();
      }}
    />
  );
}
