import type { TFunction } from "i18next";
import type { ChangeResponse, Priority, Progress, TaskDate } from "../../../kernel/api/types";
import { shortDay } from "../../../kernel/text/dates";
import { estimateWords, shortDate } from "../taskDates";

export type Deed = ChangeResponse;

/** How ids get their names. */
export interface Known {
  zone: string;
  person: (id: string) => string;
  list: (id: string) => string;
  label: (id: string) => string;
}

interface Payload {
  id: string;
  title?: string;
  description?: string;
  priority?: Priority;
  start?: TaskDate | null;
  due?: TaskDate | null;
  estimateMinutes?: number | null;
  listId?: string;
  personId?: string;
  state?: Progress;
  labelId?: string;
  attachment?: { name: string };
  item?: { text?: string; done?: boolean; ownerId?: string | null; due?: string | null; orderKey?: string };
  promotedTo?: string;
  before?: Partial<Payload> & { text?: string; name?: string };
}

/** What one change did, as the rest of a sentence that begins with who did it. */
export function inWords(deed: Deed, known: Known, t: TFunction<"tasks">): string {
  const payload = (deed.payload ?? {}) as Payload;
  const { personId = "", labelId = "", listId = "", before } = payload;
  const self = personId === deed.actorId;
  switch (deed.kind) {
    case "task.changed":
      return changed(payload, known, t);
    case "task.moved": {
      const sameList = before?.listId === undefined || before.listId === listId;
      if (sameList && before !== undefined) return t("deed.reordered", { list: known.list(listId) });
      return before?.listId
        ? t("deed.movedFrom", { from: known.list(before.listId), to: known.list(listId) })
        : t("deed.moved", { to: known.list(listId) });
    }
    case "task.assigned":
      return t(self ? "deed.tookOn" : "deed.assigned", { name: known.person(personId) });
    case "task.unassigned":
      return t(self ? "deed.stepped" : "deed.unassigned", { name: known.person(personId) });
    case "task.progressed": {
      const state = t(`state.${payload.state ?? "none"}`);
      return t(self ? "deed.progressed" : "deed.progressedFor", { name: known.person(personId), state });
    }
    case "task.watched":
    case "task.unwatched":
      return t(`deed.${deed.kind.slice(5)}${self ? "" : "For"}`, { name: known.person(personId) });
    case "task.labelled":
    case "task.unlabelled":
      return t(`deed.${deed.kind.slice(5)}`, { label: known.label(labelId) });
    case "task.attached":
    case "task.detached":
      return t(`deed.${deed.kind.slice(5)}`, { name: payload.attachment?.name ?? before?.name ?? t("deed.aFile") });
    case "checklist.added":
      return t("deed.itemAdded", { text: itemText(payload) });
    case "checklist.removed":
      return t(payload.promotedTo ? "deed.itemPromoted" : "deed.itemRemoved", { text: itemText(payload) });
    case "checklist.changed":
      return itemChanged(payload, known, t);
    case "task.created":
    case "task.arrived":
    case "task.departed":
    case "task.archived":
    case "task.unarchived":
    case "task.deleted":
    case "task.restored":
      return t(`deed.${deed.kind.slice(5)}`);
    default:
      return t("deed.other");
  }
}

function changed(payload: Payload, { zone }: Known, t: TFunction<"tasks">): string {
  const date = (when: TaskDate | null | undefined) => (when ? shortDate(when, zone) : "");
  const parts = [
    payload.title !== undefined && t("deed.renamed", { title: payload.title }),
    payload.description !== undefined && t("deed.described"),
    payload.priority !== undefined && t("deed.prioritised", { priority: t(`priorities.${payload.priority}`) }),
    payload.due !== undefined && t(payload.due ? "deed.due" : "deed.noDue", { date: date(payload.due) }),
    payload.start !== undefined && t(payload.start ? "deed.start" : "deed.noStart", { date: date(payload.start) }),
    payload.estimateMinutes !== undefined &&
      t(payload.estimateMinutes === null ? "deed.noEstimate" : "deed.estimated", {
        time: estimateWords(payload.estimateMinutes ?? 0),
      }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(", ") : t("deed.other");
}

function itemChanged(payload: Payload, { zone, person }: Known, t: TFunction<"tasks">): string {
  const { done, ownerId, due, orderKey } = payload.item ?? {};
  const text = itemText(payload) || t("deed.anItem");
  if (done !== undefined) return t(done ? "deed.itemTicked" : "deed.itemUnticked", { text });
  if (payload.item?.text !== undefined) return t("deed.itemRenamed", { text });
  if (ownerId !== undefined) {
    return t(ownerId ? "deed.itemOwned" : "deed.itemFreed", { text, name: ownerId ? person(ownerId) : "" });
  }
  if (due !== undefined)
    return t(due ? "deed.itemDue" : "deed.itemNoDue", { text, date: due ? shortDay(due, zone) : "" });
  return orderKey === undefined ? t("deed.other") : t("deed.itemMoved", { text });
}

const itemText = ({ item, before }: Payload) => item?.text ?? before?.item?.text ?? before?.text ?? "";
