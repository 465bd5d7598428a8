import { type Answer, call, type Method } from "../api/call";
import { asProblem } from "../api/problem";
import type { OutboxEntry, Replica } from "../replica/db";
import { confirm, noteFault, reachable, refuse, sendable } from "../replica/outbox";
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

/** Sends what waits, one after the other, in the order it was done. `repeats`: spaces to catch up with to see it confirmed. */
export async function pushOutbox(db: Replica, send: Send = call): Promise<Pushed> {
  const repeats = new Set<string>();
  const ended = <T extends object>(how: T) => ({ ...how, repeats: [...repeats] });

  for (let [entry] = await sendable(db); entry; [entry] = await sendable(db)) {
    try {
      const { changes } = await send(entry.method, entry.path, {
        body: entry.body,
        signal: AbortSignal.timeout(patienceMs),
      });
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

const spacesOf = (entry: OutboxEntry) => [
  entry.spaceId,
  ...entry.predicts.flatMap((one) => (one.spaceId ? [one.spaceId] : [])),
];
