import type { DayProof, LedgerEntry } from "../../../kernel/api/types";

/** Where a ledger is not what it was: an entry's number, or the day whose root tells. */
export type Break = { entry: number } | { day: string };

/**
 * Checks that nothing was changed, taken out or put in: every entry has the hash of what it says, and names the one before it; the
 * last is the one that the server calls so, and the newest day's root stands for what was the last then.
 * @param entries all of one person's, the oldest first
 */
export async function firstBreak(
  entries: LedgerEntry[],
  end: { number: number; hash: string } | null,
  proof: DayProof | null,
): Promise<Break | undefined> {
  let before: LedgerEntry | undefined;
  for (const entry of entries) {
    const number = (before?.number ?? 0) + 1;
    const follows = entry.number === number && entry.previousHash === (before?.hash ?? null);
    if (!follows || entry.hash !== (await hashOf(entry))) return { entry: number };
    before = entry;
  }
  if (before?.number !== end?.number || before?.hash !== end?.hash) return { entry: (before?.number ?? 0) + 1 };
  if (!proof) return undefined;
  const proved = entries[proof.number - 1]?.hash === proof.hash && (await holds(proof));
  return proved ? undefined : { day: proof.day };
}

/** SHA-256 of the entry as canonical JSON; see docs/decisions/0016. */
export async function hashOf(entry: LedgerEntry): Promise<string> {
  return hex(await sha256(new TextEncoder().encode(canonical(entry))));
}

/** Whether the proof's leaf stands in the tree with its root (RFC 9162, section 2.1.3.2). */
export async function holds({ root, count, hash, salt, index, path }: DayProof): Promise<boolean> {
  if (index < 0 || index >= count) return false;
  let [at, last, node] = [index, count - 1, await sha256(new Uint8Array([leafPrefix, ...bytes(salt), ...bytes(hash)]))];
  for (const sibling of path.map(bytes)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = await join(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      node = await join(node, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hex(node) === root;
}

const leafPrefix = 0;
const nodePrefix = 1;

/** RFC 8785, of what an entry holds: its strings need no escape, its number is whole. */
function canonical({ act, at, byId, contentHash, due, itemId, number, personId, previousHash, state }: LedgerEntry) {
  // In the order of their names.
  return JSON.stringify({ act, at, byId, contentHash, due, itemId, number, personId, previousHash, state });
}

const join = (left: Uint8Array, right: Uint8Array) => sha256(new Uint8Array([nodePrefix, ...left, ...right]));

const sha256 = async (data: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));

const hex = (data: Uint8Array) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

const bytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
