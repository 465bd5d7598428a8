import type { TaskResponse } from "../../../kernel/api/types";
import type { TaskRow } from "../../../kernel/replica";

/** Where a task is when it is not open. */
export type Stored = "done" | "archived" | "deleted";

type Dates = Pick<TaskResponse, "completedAt" | "archivedAt" | "deletedAt">;

export const stateOf = ({ deletedAt, archivedAt, completedAt }: Dates): Stored | "open" =>
  deletedAt ? "deleted" : archivedAt ? "archived" : completedAt ? "done" : "open";

export const storedAt = ({ deletedAt, archivedAt, completedAt }: Dates) => deletedAt ?? archivedAt ?? completedAt ?? "";

/**
 * What the server listed, as this device knows it by now (`here`: its rows by id), and what only this device has put there;
 * the latest first.
 */
export function merged(listed: TaskResponse[], here: Map<string, TaskRow>, state: Stored): TaskRow[] {
  const rows = new Map<string, TaskRow>([...listed.map((task) => [task.id, task] as const), ...here]);
  return [...rows.values()]
    .filter((task) => stateOf(task) === state)
    .sort((a, b) => storedAt(b).localeCompare(storedAt(a)));
}

/** Every typed word is a part of the name or of the key, as the server's filter has it. */
export function holds(text: string, ...names: string[]): boolean {
  const held = folded(names.join(" "));
  return folded(text)
    .split(/\s+/)
    .every((word) => held.includes(word));
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
