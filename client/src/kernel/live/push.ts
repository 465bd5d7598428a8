import { type Answer, call, type Method } from "../api/call";
import { asProblem } from "../api/problem";
import type { SpaceResponse } from "../api/types";
import type { OutboxEntry, Replica } from "../replica/db";
import { mergeSpace } from "../replica/merge";
import { claim, confirm, noteFault, reachable, refuse, sendable } from "../replica/outbox";
import { isFull } from "../replica/storage";

export type Send = (
  method: Method,
  path: string,
  options: { body?: unknown; signal?: AbortSignal },
) => Promise<Answer<unknown>>;

export type Pushed =
  | { end: "empty"; repeats: string[] }
  /** The network or the server is away; try again after so many seconds, or after a growing pause. */
  | { end: "later"; seconds?: number; repeats: string[] }
  | { end: "signedOut"; repeats: string[] };

const patienceMs = 30_000;
/** With the pauses between them a quarter of a minute: a server that starts is given its time. */
const mostFaults = 5;

/**
 * Sends what waits, one after the other, in the order it was done. `repeats`: spaces to catch up with to see it confirmed.
 * `tab`: who sends, where several tabs do.
 */
export async function pushOutbox(db: Replica, send: Send = call, tab?: string): Promise<Pushed> {
  const repeats = new Set<string>();
  const ended = <T extends object>(how: T) => ({ ...how, repeats: [...repeats] });

  for (let [entry] = await sendable(db); entry; [entry] = await sendable(db)) {
    try {
      const claimed = await claim(db, entry.seq, tab).catch(unlessFull);
      if (claimed === "theirs") return ended({ end: "later" as const });
      if (claimed === "gone") continue;
      const { changes, data } = await send(entry.method, entry.path, {
        body: entry.body,
        signal: AbortSignal.timeout(patienceMs),
      });
      const other = otherSpace(entry, data);
      if (other) {
        await mergeSpace(db, entry, other);
        repeats.add(other.id);
        continue;
      }
      const awaits = await reachable(db, changes);
      if (awaits.length === 0) for (const spaceId of spacesOf(entry)) repeats.add(spaceId);
      await confirm(db, entry.seq, awaits);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) return ended({ end: "signedOut" as const });
      const hopeless = problem.isFault && !isFull(error) && (await noteFault(db, entry.seq)) >= mostFaults;
      if (problem.mayPass && !hopeless) return ended({ end: "later" as const, seconds: problem.details.retryAfter });
      await refuse(db, entry.seq, problem.details);
    }
  }
  return ended({ end: "empty" as const });
}

/** On a full device the claim finds no room; what waits goes out all the same. */
function unlessFull(error: unknown) {
  if (!isFull(error)) throw error;
  return "ours" as const;
}

/** The space that the server names where this device made another. */
function otherSpace({ method, path, body }: OutboxEntry, data: unknown): SpaceResponse | undefined {
  const [made, answered] = [(body as { id?: string } | undefined)?.id, data as Partial<SpaceResponse> | undefined];
  const differs = method === "POST" && path === "/spaces" && made && answered?.id && answered.id !== made;
  return differs ? (answered as SpaceResponse) : undefined;
}

const spacesOf = (entry: OutboxEntry) => [
  entry.spaceId,
  ...entry.predicts.flatMap((one) => (one.spaceId ? [one.spaceId] : [])),
];
