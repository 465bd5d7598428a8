import type { AskRole, EnvelopeRequest } from "../../../kernel/api/types";
import type { Replica } from "../../../kernel/replica";
import type { Place } from "../../messages/place";
import type { Marks } from "./marks";

export type Role = AskRole | "know";

/** Each whom a post addresses, with what for; its sender is never among them. */
export type Audience = ReadonlyMap<string, Role>;

/** Those who see the post, and those of them who learn of it without being named. */
export interface Around {
  memberIds: string[];
  informedIds: string[];
  followerIds: string[];
  assigneeIds: string[];
}

/** As the server settles it (Features/Attention/Asks/Audience.cs): what is said later counts. It has the last word. */
export function audienceOf(
  marks: Marks,
  envelope: EnvelopeRequest | undefined,
  around: Around,
  meId: string,
): Audience {
  const roles = new Map<string, Role>();
  for (const id of around.informedIds) roles.set(id, "know");
  for (const id of marks.informs) roles.set(id, "know");
  for (const id of marks.asks) roles.set(id, "answer");
  const groups = { space: around.memberIds, followers: around.followerIds, assignees: around.assigneeIds };
  for (const { group, role } of envelope?.addressees ?? []) {
    for (const id of group ? groups[group] : []) roles.set(id, role);
  }
  for (const { personId, role } of envelope?.addressees ?? []) if (personId) roles.set(personId, role);
  roles.delete(meId);
  const members = new Set(around.memberIds);
  for (const id of [...roles.keys()]) if (!members.has(id)) roles.delete(id);
  return roles;
}

export const asked = (audience: Audience) => [...audience].filter(([, role]) => role !== "know").map(([id]) => id);
export const informed = (audience: Audience) => [...audience].filter(([, role]) => role === "know").map(([id]) => id);

/** Whoever follows the topic, watches or does the task, or shares a direct space with me. */
export async function aroundOf(
  db: Replica,
  { kind, id, spaceId }: Pick<Place, "kind" | "id" | "spaceId">,
): Promise<Around> {
  const space = await db.spaces.get(spaceId);
  const memberIds = space?.memberIds ?? [];
  const followerIds = kind === "topic" ? ((await db.topics.get(id))?.followerIds ?? []) : [];
  const task = kind === "task" ? await db.tasks.get(id) : undefined;
  const assigneeIds = task?.assignees.map((one) => one.personId) ?? [];
  const direct = space?.kind === "direct" ? memberIds : [];
  const informedIds = [
    ...followerIds,
    ...assigneeIds,
    ...(task ? [...task.watcherIds, task.createdBy] : []),
    ...direct,
  ];
  return { memberIds, followerIds, assigneeIds, informedIds: [...new Set(informedIds)] };
}
