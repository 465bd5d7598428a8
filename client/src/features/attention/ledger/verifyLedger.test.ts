import { expect, test } from "vitest";
import type { DayProof, LedgerEntry } from "../../../kernel/api/types";
import vectors from "./ledger.vectors.json";
import { firstBreak, hashOf, holds } from "./verifyLedger";

const entries = vectors.entries as LedgerEntry[];
const proofs = vectors.proofs as DayProof[];
const last = entries[entries.length - 1] as LedgerEntry;
const end = { number: last.number, hash: last.hash };
const proof = proofs[3] as DayProof;

const changed = (number: number, change: Partial<LedgerEntry>) =>
  entries.map((entry) => (entry.number === number ? { ...entry, ...change } : entry));

test("an entry has the hash that others compute", async () => {
  for (const entry of entries) expect(await hashOf(entry)).toBe(entry.hash);
});

test("a whole ledger has no break", async () => {
  expect(await firstBreak(entries, end, proof)).toBeUndefined();
  expect(await firstBreak(entries, end, null)).toBeUndefined();
  expect(await firstBreak([], null, null)).toBeUndefined();
});

test.each([
  { act: "letGo" },
  { at: "2026-11-24T00:00:00.121Z" },
  { byId: last.personId },
  { contentHash: last.contentHash },
  { due: "2026-11-24T00:00:00.000Z" },
  { itemId: last.itemId },
  { personId: last.itemId },
  { state: "answered" },
  { previousHash: null },
  { hash: last.hash },
  { number: 9 },
] as Partial<LedgerEntry>[])("what was changed later is found: %o", async (change) => {
  expect(await firstBreak(changed(3, change), end, proof)).toEqual({ entry: 3 });
});

test("what was taken out is missed, at the end too", async () => {
  expect(await firstBreak(entries.slice(1), end, null)).toEqual({ entry: 1 });
  expect(await firstBreak(entries.slice(0, -1), end, null)).toEqual({ entry: 6 });
  expect(await firstBreak([], end, null)).toEqual({ entry: 1 });
});

test("a root that stands for another ledger is told", async () => {
  expect(await firstBreak(entries, end, { ...proof, number: 2 })).toEqual({ day: proof.day });
  expect(await firstBreak(entries, end, { ...proof, root: proof.hash })).toEqual({ day: proof.day });
});

test.each(proofs)("a proof among $count holds, and nothing else does", async (one) => {
  expect(await holds(one)).toBe(true);
  for (const forged of [
    { hash: last.hash },
    { salt: one.root },
    { root: one.hash },
    { index: one.index + 1 },
    { index: -1 },
    { count: one.count * 2 },
    { path: [...one.path, one.root] },
  ]) {
    expect(await holds({ ...one, ...forged })).toBe(false);
  }
});
