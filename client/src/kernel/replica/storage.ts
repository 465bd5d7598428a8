import { useSyncExternalStore } from "react";
import type { Command } from "./db";

/** Where the replica lies: on the device; in this tab's memory, since the browser keeps nothing; or there because the device is full. */
export type Keeping = "device" | "memory" | "full";

let keeping: Keeping = "device";
const listeners = new Set<() => void>();

export const useKeeping = (): Keeping => useSyncExternalStore(listen, keepingNow);

export const keepingNow = () => keeping;

export function noteKeeping(next: Keeping) {
  keeping = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The device has no room for what was to be written; Dexie wraps the browser's error. */
export function isFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown };
  return name === "QuotaExceededError" || (inner !== undefined && inner !== error && isFull(inner));
}

type WhenFull = (command?: Command) => void;

const whenFull = new Set<WhenFull>();

/** Calls when a write found no room; with the command, if it was one. */
export function onFull(listener: WhenFull): () => void {
  whenFull.add(listener);
  return () => whenFull.delete(listener);
}

export function reportFull(command?: Command) {
  for (const listener of whenFull) listener(command);
}
