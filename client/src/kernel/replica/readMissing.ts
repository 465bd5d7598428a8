import type { Replica } from "./db";
import { missedSoFar } from "./missed";
import { keepMissing } from "./receive";
import type { AnyRow } from "./rows";

/**
 * Reads rows that are not on this device and keeps them. A change that arrives while the answer is under way finds no
 * row to write to, and the answer may be older than it: then what it spoke of is not kept, and the same is asked again.
 */
export async function readMissing<A>(
  db: Replica,
  table: "tasks" | "topics" | "messages",
  ask: () => Promise<A>,
  rowsOf: (answer: A) => AnyRow[],
): Promise<A> {
  for (;;) {
    const since = await missedSoFar(db);
    const answer = await ask();
    if (await keepMissing(db, table, rowsOf(answer), since)) return answer;
  }
}
