import type { TaskRow } from "../../kernel/replica";

type Keyed = Pick<TaskRow, "id" | "key" | "spaceId" | "deletedAt">;

/**
 * Which task a key means, by key: where two spaces have chosen the same letters, that of the space in which it is said. Said
 * elsewhere, such a key leads nowhere rather than to the wrong task.
 */
export function tasksMeant(tasks: readonly Keyed[], spaceId: string | undefined): Record<string, string> {
  const there = tasks.filter((one) => !one.deletedAt);
  const meant = there.filter(
    (task) => task.spaceId === spaceId || there.every((other) => other.id === task.id || other.key !== task.key),
  );
  return Object.fromEntries(meant.map(({ id, key }) => [key, id]));
}
