import { useLiveQuery } from "dexie-react-hooks";
import { createContext, type ReactNode, useCallback, useContext } from "react";
import type { Command, OutboxEntry, Replica } from "./db";
import { refusalsOf, submit } from "./outbox";
import type { MeRow, TableName } from "./rows";
import { isFull, reportFull } from "./storage";

const Context = createContext<{ db: Replica; me: MeRow } | null>(null);

export function ReplicaProvider({ db, me, children }: { db: Replica; me: MeRow; children: ReactNode }) {
  return <Context value={{ db, me }}>{children}</Context>;
}

function useContextOrFail() {
  const context = useContext(Context);
  if (!context) throw new Error("This needs a signed-in person.");
  return context;
}

export const useReplica = (): Replica => useContextOrFail().db;

/** The person who is signed in. */
export const useMe = (): MeRow => useContextOrFail().me;

/** Rows that stay true: `const lists = useRows((db) => db.lists.where({ spaceId }).toArray(), [spaceId])`; undefined at first. */
export function useRows<T>(query: (db: Replica) => Promise<T> | T, deps: unknown[]): T | undefined {
  const db = useReplica();
  // An async function, so that Dexie watches what is read after an await too.
  return useLiveQuery(async () => query(db), [db, ...deps]);
}

/** Paints a command and queues it; the screen need not wait for anything. */
export function useSubmit(): (command: Command) => Promise<string> {
  const db = useReplica();
  return useCallback(
    async (command) => {
      try {
        return await submit(db, command);
      } catch (error) {
        if (!isFull(error)) throw error;
        reportFull(command);
        return "";
      }
    },
    [db],
  );
}

/** What the server refused of a row: with the reason, to edit (`retry`) or `discard`. */
export function useRefusals(table: TableName, id: string): OutboxEntry[] {
  const refused = useRows((db) => refusalsOf(db, table, id), [table, id]);
  return refused ?? [];
}
