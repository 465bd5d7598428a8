import { Checkbox } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { longest } from "../../../kernel/api/lengths";
import type { ChecklistItem } from "../../../kernel/api/types";
import { type PersonRow, type TaskRow, useMe, useSubmit } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { withDragKit } from "../board/withDragKit";
import { exactDate, isPast, shortDate } from "../taskDates";
import type { TaskRights } from "../taskRights";
import classes from "./Checklist.module.css";
import { ChecklistMenu } from "./ChecklistMenu";
import { changeItem } from "./changeItem";

export interface ChecklistRowProps {
  task: TaskRow;
  item: ChecklistItem;
  people: Map<string, PersonRow> | undefined;
  may: TaskRights;
  /** By so many places. */
  onMove: (step: number) => void;
}

/** One step: tick, words, owner and date where set, and a menu for the rest. */
export function ChecklistRow({ task, item, people, may, onMove }: ChecklistRowProps) {
  const { t } = useTranslation("tasks");
  const me = useMe().person;
  const { zone } = me;
  const submit = useSubmit();
  const row = useRef<HTMLLIElement>(null);
  const { edge, dragging } = useItemDrag(row, task.id, item.id, may.edit);
  const [text, setText] = useState(item.text);
  const [done, setDone] = useState(item.done);
  const due = item.due && { date: item.due, time: null, zone: null };
  const late = due && !item.done && isPast(due, zone);

  useEffect(() => setText(item.text), [item.text]);
  useEffect(() => setDone(item.done), [item.done]);

  const save = () => {
    const next = text.replace(/\s+/g, " ").trim();
    if (next === "") setText(item.text);
    else if (next !== item.text) void submit(changeItem(task, item.id, { text: next }));
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step !== 0 && (event.ctrlKey || event.metaKey) && event.shiftKey) {
      event.preventDefault();
      onMove(step);
    }
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.currentTarget.blur();
  };

  return (
    <li
      ref={row}
      className={classes.item}
      data-step={item.id}
      data-edge={edge ?? undefined}
      data-dragging={dragging || undefined}
    >
      {may.edit && (
        <span className={classes.grip}>
          <IconGripVertical size={14} stroke={1.6} aria-hidden />
        </span>
      )}
      <Checkbox
        size="xs"
        aria-label={t("checklist.tick", { text: item.text })}
        checked={done}
        disabled={!may.work && !(may.ownSteps && item.ownerId === me.id)}
        onChange={(event) => {
          setDone(event.currentTarget.checked);
          void submit(changeItem(task, item.id, { done: event.currentTarget.checked }));
        }}
      />
      {may.edit ? (
        <textarea
          className={classes.text}
          data-done={done || undefined}
          aria-label={t("checklist.text")}
          aria-keyshortcuts="Control+Shift+ArrowUp Control+Shift+ArrowDown"
          rows={1}
          maxLength={longest.checklistText}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={handleKey}
          onBlur={save}
        />
      ) : (
        <span className={classes.text} data-done={done || undefined}>
          {item.text}
        </span>
      )}
      {due && (
        <time dateTime={due.date} title={exactDate(due, zone)} className={classes.due} data-late={late || undefined}>
          {late ? t("dueLate", { date: shortDate(due, zone) }) : shortDate(due, zone)}
        </time>
      )}
      {item.ownerId && <Face person={people?.get(item.ownerId)} size={20} />}
      {may.edit && <ChecklistMenu task={task} item={item} may={may} onMove={onMove} />}
    </li>
  );
}

function useItemDrag(row: React.RefObject<HTMLLIElement | null>, taskId: string, itemId: string, may: boolean) {
  const [edge, setEdge] = useState<string | null>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (!element || !may) return;
    const data = { checklistOf: taskId, itemId };
    const clear = () => setEdge(null);
    return withDragKit(({ combine, draggable, dropTargetForElements, attachClosestEdge, extractClosestEdge }) =>
      combine(
        draggable({
          element,
          // Text is selected by the mouse, not dragged away.
          canDrag: ({ input }) =>
            !document.elementFromPoint(input.clientX, input.clientY)?.closest("textarea, button, input"),
          getInitialData: () => data,
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => source.data.checklistOf === taskId,
          getData: ({ input }) => attachClosestEdge(data, { element, input, allowedEdges: ["top", "bottom"] }),
          onDrag: ({ self, source }) => setEdge(source.data.itemId === itemId ? null : extractClosestEdge(self.data)),
          onDragLeave: clear,
          onDrop: clear,
        }),
      ),
    );
  }, [row, taskId, itemId, may]);
  return { edge, dragging };
}
