import type { Priority } from "../../../kernel/api/types";
import { wordsOf } from "../../../kernel/text/wordSearch";
import { daysUntil } from "../taskDates";
import { type Card, dueOf, idsIn } from "./cards";

export type DueFilter = "past" | "today" | "week" | "none";
export type DoneFilter = "open" | "done";

/** As it stands in the address: ids joined by commas. `who` and `label` may hold `none`. */
export interface BoardSearch {
  text?: string;
  who?: string;
  label?: string;
  priority?: string;
  due?: DueFilter;
  done?: DoneFilter;
}

export const dueFilters: DueFilter[] = ["past", "today", "week", "none"];
export const doneFilters: DoneFilter[] = ["open", "done"];
export const priorities: Priority[] = ["highest", "high", "normal", "low", "lowest"];

const fields = ["text", "who", "label", "priority", "due", "done"] as const;

export const isFiltered = (search: BoardSearch) => fields.some((field) => search[field] !== undefined);

export const noFilter: BoardSearch = Object.fromEntries(fields.map((field) => [field, undefined]));

/** Reads an address that anybody may have written by hand. */
export function filterOf(search: Record<string, unknown>): BoardSearch {
  const word = (field: (typeof fields)[number]) => {
    const value = search[field];
    return value === undefined || value === null || value === "" ? undefined : String(value);
  };
  return {
    text: word("text"),
    who: word("who"),
    label: word("label"),
    priority: word("priority"),
    due: dueFilters.find((one) => one === search.due),
    done: doneFilters.find((one) => one === search.done),
  };
}

/** A card is shown when every part of the filter takes it; within a part one of its values is enough. */
export function matcher(search: BoardSearch, zone: string, now = new Date()): (card: Card) => boolean {
  const text = wordsOf(search.text ?? "");
  const [who, label, priority] = [search.who, search.label, search.priority].map((ids) => ids?.split(","));
  return (card) =>
    holdsAll(card, text) &&
    holdsOne(idsIn(card.assignees), who) &&
    holdsOne(idsIn(card.labels), label) &&
    (!priority || priority.includes(card.priority)) &&
    isDue(card, search.due, zone, now) &&
    (search.done === undefined || card.completed === (search.done === "done"));
}

function holdsAll(card: Card, words: string[]): boolean {
  if (words.length === 0) return true;
  const held = wordsOf(`${card.title} ${card.key}`);
  return words.every((word) => held.some((one) => one.includes(word)));
}

const holdsOne = (held: string[], wanted: string[] | undefined) =>
  !wanted || wanted.some((id) => (id === "none" ? held.length === 0 : held.includes(id)));

function isDue(card: Card, wanted: DueFilter | undefined, zone: string, now: Date): boolean {
  if (!wanted) return true;
  const due = dueOf(card);
  if (!due) return wanted === "none";
  const days = daysUntil(due, zone, now);
  switch (wanted) {
    case "past":
      return days < 0 && !card.completed;
    case "today":
      return days === 0;
    case "week":
      return days >= 0 && days < 7;
    case "none":
      return false;
  }
}
