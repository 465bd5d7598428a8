import type { ChangeResponse } from "../api/types";
import type { OutboxEntry, Prediction } from "./db";
import type { ChangeTx } from "./work";

/** A change as its function gets it. Predicted ones have version 0 and are applied again over whatever the server says. */
export interface Change<P> extends Omit<ChangeResponse, "payload"> {
  payload: P;
}

// biome-ignore lint/suspicious/noExplicitAny: each function names the payload of its own kind
type Applies = (tx: ChangeTx, change: Change<any>) => Promise<void> | void;

const functions = new Map<string, Applies>();

/**
 * Names the one function that puts a kind of change into the replica, for mine and for everybody's. It must be
 * idempotent, write through `tx` only, and await nothing but `tx` (IndexedDB ends a transaction that waits for else).
 */
export function registerChanges(kinds: Record<string, Applies>) {
  for (const [kind, apply] of Object.entries(kinds)) functions.set(kind, apply);
}

export async function applyOne(tx: ChangeTx, change: ChangeResponse): Promise<void> {
  await functions.get(change.kind)?.(tx, change);
}

/** A prediction in the form of the change that is expected to come. */
export function expectedChange(entry: Omit<OutboxEntry, "seq">, prediction: Prediction): ChangeResponse {
  return {
    spaceId: prediction.spaceId ?? entry.spaceId,
    version: 0,
    kind: prediction.kind,
    itemId: prediction.itemId,
    actorId: entry.actorId,
    at: entry.at,
    payload: prediction.payload,
  };
}
