import type { AttachmentResponse, ChecklistItem, Progress, TaskResponse } from "../../kernel/api/types";
import { type Change, type ChangeTx, registerChanges, type TaskRow } from "../../kernel/replica";

/** A change's payload: what is new of a row, and (for the history alone) what it was `before`. */
type Patch<T> = Partial<T> & { id: string; before?: unknown };
type Person = { id: string; personId: string };

const patchTask = (tx: ChangeTx, { payload }: Change<Patch<TaskResponse>>) => tx.tasks.patch(payload.id, news(payload));
const patchList = (tx: ChangeTx, { payload }: Change<Patch<object>>) => tx.lists.patch(payload.id, news(payload));
const patchLabel = (tx: ChangeTx, { payload }: Change<Patch<object>>) => tx.labels.patch(payload.id, news(payload));

/** A task that this device may not have (any more) comes whole, any other as what is new of it. */
const putOrPatch = (tx: ChangeTx, change: Change<Patch<TaskResponse>>) =>
  change.payload.title === undefined
    ? patchTask(tx, change)
    : tx.tasks.put(withoutBefore(change.payload as TaskResponse));

/** A row that is there already knows more than a prediction of its making (its number, its rendered text). */
const putNew =
  <T extends "lists" | "labels" | "tasks">(table: T) =>
  async (tx: ChangeTx, { payload }: Change<Parameters<ChangeTx[T]["put"]>[0]>) => {
    if (!(await tx[table].get(payload.id))) await tx[table].put(payload as never);
  };

const setState = (tx: ChangeTx, { payload }: Change<Person & { state: Progress }>) =>
  tx.tasks.patch(payload.id, ({ assignees }) => ({
    assignees: assignees.some((one) => one.personId === payload.personId)
      ? assignees.map((one) => (one.personId === payload.personId ? { ...one, state: payload.state } : one))
      : [...assignees, { personId: payload.personId, state: payload.state }],
  }));

registerChanges({
  "list.created": putNew("lists"),
  "list.changed": patchList,
  "list.archived": patchList,
  "list.restored": (tx, { payload }) => tx.lists.patch(payload.id, { archivedAt: null }),

  "label.created": putNew("labels"),
  "label.changed": patchLabel,
  "label.archived": patchLabel,
  "label.restored": (tx, { payload }) => tx.labels.patch(payload.id, { archivedAt: null }),

  "task.created": putNew("tasks"),
  "task.changed": patchTask,
  "task.moved": putOrPatch,
  "task.archived": patchTask,
  "task.unarchived": putOrPatch,
  "task.deleted": patchTask,
  "task.restored": (tx, { payload }: Change<TaskResponse>) => tx.tasks.put(withoutBefore(payload)),

  "task.arrived": async (tx, { spaceId, payload }: Change<TaskResponse>) => {
    // The two spaces' streams come in either order.
    const here = await tx.tasks.get(payload.id);
    if (here?.spaceId !== spaceId) await tx.tasks.put(withoutBefore(payload));
  },
  "task.departed": async (tx, { spaceId, payload }: Change<{ id: string }>) => {
    const here = await tx.tasks.get(payload.id);
    if (here?.spaceId === spaceId) await tx.tasks.remove(payload.id);
  },

  "task.assigned": setState,
  "task.progressed": setState,
  "task.unassigned": (tx, { payload }: Change<Person>) =>
    tx.tasks.patch(payload.id, ({ assignees }) => ({
      assignees: assignees.filter((one) => one.personId !== payload.personId),
    })),
  "task.watched": (tx, { payload }: Change<Person>) =>
    tx.tasks.patch(payload.id, ({ watcherIds }) => ({ watcherIds: withOne(watcherIds, payload.personId) })),
  "task.unwatched": (tx, { payload }: Change<Person>) =>
    tx.tasks.patch(payload.id, ({ watcherIds }) => ({ watcherIds: without(watcherIds, payload.personId) })),
  "task.labelled": (tx, { payload }: Change<{ id: string; labelId: string }>) =>
    tx.tasks.patch(payload.id, ({ labelIds }) => ({ labelIds: withOne(labelIds, payload.labelId) })),
  "task.unlabelled": (tx, { payload }: Change<{ id: string; labelId: string }>) =>
    tx.tasks.patch(payload.id, ({ labelIds }) => ({ labelIds: without(labelIds, payload.labelId) })),
  "task.attached": (tx, { payload }: Change<{ id: string; attachment: AttachmentResponse }>) =>
    tx.tasks.patch(payload.id, ({ attachments }) => ({
      attachments: [...attachments.filter((one) => one.id !== payload.attachment.id), payload.attachment],
    })),
  "task.detached": (tx, { payload }: Change<{ id: string; attachmentId: string }>) =>
    tx.tasks.patch(payload.id, ({ attachments }) => ({
      attachments: attachments.filter((one) => one.id !== payload.attachmentId),
    })),

  "checklist.added": (tx, { payload }: Change<{ id: string; item: ChecklistItem }>) =>
    patchChecklist(tx, payload.id, (items) =>
      items.some((one) => one.id === payload.item.id) ? items : [...items, payload.item],
    ),
  "checklist.changed": (tx, { payload }: Change<{ id: string; item: Patch<ChecklistItem> }>) =>
    patchChecklist(tx, payload.id, (items) =>
      items.map((one) => (one.id === payload.item.id ? { ...one, ...news(payload.item) } : one)),
    ),
  "checklist.removed": (tx, { payload }: Change<{ id: string; itemId: string }>) =>
    patchChecklist(tx, payload.id, (items) => items.filter((one) => one.id !== payload.itemId)),
});

const patchChecklist = (tx: ChangeTx, taskId: string, next: (items: ChecklistItem[]) => ChecklistItem[]) =>
  tx.tasks.patch(taskId, ({ checklist }) => ({ checklist: next(checklist) }));

function news<T extends { id: string; before?: unknown }>({ id: _, before: _before, ...fields }: T) {
  return fields;
}

const withoutBefore = ({ before: _, ...task }: TaskResponse & { before?: unknown }): TaskRow => task;
const withOne = (ids: string[], id: string) => (ids.includes(id) ? ids : [...ids, id]);
const without = (ids: string[], id: string) => ids.filter((one) => one !== id);
