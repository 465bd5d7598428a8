import type { ActivityItem, MessageResponse } from "../../../kernel/api/types";

/** Kinds that read well as one line for many; the words stand in the catalogue under `many`. */
const kinds = new Set([
  "task.created",
  "task.arrived",
  "task.departed",
  "task.changed",
  "task.moved",
  "task.assigned",
  "task.unassigned",
  "task.progressed",
  "task.labelled",
  "task.unlabelled",
  "task.attached",
  "task.archived",
  "task.unarchived",
  "task.deleted",
  "task.restored",
  "checklist.added",
  "checklist.changed",
  "checklist.removed",
  "message.posted",
  "message.edited",
  "message.deleted",
  "message.reacted",
  "topic.opened",
  "topic.closed",
  "member.joined",
  "member.left",
  "list.created",
  "label.created",
]);

const fewest = 3;
const pauseMs = 30 * 60_000;

/**
 * What one person did again and again, as one run: at least three changes of one kind that follow each other, none more than
 * half an hour after the one before. Everything else is a run of its own. The order stays.
 */
export function runsOf(items: ActivityItem[]): ActivityItem[][] {
  const runs: ActivityItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && goesOn(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => (run.length < fewest ? run.map((item) => [item]) : [run]));
}

/** The catalogue's name for what a run is about: messages are told apart by where they stand. */
export function wordsFor({ kind, payload }: ActivityItem): string {
  if (kind !== "message.posted") return `many.${kind}`;
  const { threadId, place } = (payload ?? {}) as Partial<MessageResponse>;
  return `many.message.posted.${threadId ? "thread" : (place?.kind ?? "chat")}`;
}

function goesOn(one: ActivityItem, next: ActivityItem): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(next.at));
  return kinds.has(next.kind) && wordsFor(one) === wordsFor(next) && one.actorId === next.actorId && apart <= pauseMs;
}
