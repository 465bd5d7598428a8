import type { OutboxEntry, Replica } from "./db";
import { noteMissed } from "./missed";
import { type AnyRow, derived, type Rows, type TableName } from "./rows";

/** How a change function reads and writes one table. */
export interface RowAccess<R> {
  get(id: string): Promise<R | undefined>;
  put(row: R): Promise<void>;
  /** Merges fields into the row; nothing happens where there is none. */
  patch(id: string, patch: Partial<R> | ((row: R) => Partial<R>)): Promise<void>;
  remove(id: string): Promise<void>;
  /** The ids of the rows that an index finds. */
  idsBy(index: string, value: string): Promise<string[]>;
}

/** What a change function gets: the tables, and a way to say that a space is no longer mine. */
export type ChangeTx = { readonly [T in TableName]: RowAccess<Rows[T]> } & {
  readonly personId: string;
  forget(spaceId: string): void;
};

interface Route {
  reads(key: string): Promise<AnyRow | null>;
  writes(key: string, row: AnyRow | null): Promise<void> | void;
  /** There was no row to merge into. */
  misses?(key: string): void;
}

export const keyOf = (table: TableName, id: string) => `${table}:${id}`;

/**
 * The rows one transaction works on, held in memory and written in one go by `flush`: a catch-up of a thousand changes
 * costs a few bulk writes. Knows two layers: what the person sees, and the shadows below it.
 */
export class Work {
  readonly forgotten = new Set<string>();
  private readonly visible = new Map<string, AnyRow | null>();
  private readonly dirty = new Set<string>();
  private readonly shadows = new Map<string, AnyRow | null>();
  private readonly dirtyShadows = new Set<string>();
  private readonly missed = new Set<string>();

  private constructor(readonly db: Replica) {}

  static async begin(db: Replica): Promise<Work> {
    const work = new Work(db);
    for (const { key, row } of await db.shadows.toArray()) work.shadows.set(key, row);
    return work;
  }

  /** Writes the server's truth: below the predictions where there are some. Notes what then has to be rebuilt. */
  server(stale: Set<string>): ChangeTx {
    return this.access({
      reads: async (key) => (this.shadows.has(key) ? (this.shadows.get(key) ?? null) : this.see(key)),
      writes: (key, row) => {
        if (this.shadows.has(key)) {
          this.setShadow(key, row);
          stale.add(key);
        } else {
          this.show(key, row);
        }
        if (row === null) this.miss(key);
      },
      misses: (key) => this.miss(key),
    });
  }

  /** The server spoke of a row that is not here: an answer that is under way may bring it as it was before. */
  miss(key: string) {
    this.missed.add(key);
  }

  /** Writes what is expected, keeping a shadow of each row it meets. */
  predicting(entry: Pick<OutboxEntry, "touched" | "made">): ChangeTx {
    return this.access({
      reads: (key) => this.see(key),
      writes: async (key, row) => {
        const before = await this.see(key);
        if (!this.shadows.has(key)) this.setShadow(key, before);
        if (!entry.touched.includes(key)) {
          entry.touched.push(key);
          if (before === null) entry.made.push(key);
        }
        this.show(key, row);
      },
    });
  }

  /** Writes what is expected again, but only where `may` allows it. */
  predictingAgain(may: (key: string) => boolean): ChangeTx {
    return this.access({
      reads: (key) => this.see(key),
      writes: (key, row) => {
        if (may(key)) this.show(key, row);
      },
    });
  }

  shadowOf(key: string): AnyRow | null | undefined {
    return this.shadows.get(key);
  }

  setShadow(key: string, row: AnyRow | null) {
    this.shadows.set(key, row);
    this.dirtyShadows.add(key);
  }

  dropShadow(key: string) {
    this.shadows.delete(key);
    this.dirtyShadows.add(key);
  }

  get shadowed(): string[] {
    return [...this.shadows.keys()];
  }

  async see(key: string): Promise<AnyRow | null> {
    const known = this.visible.get(key);
    if (known !== undefined) return known;
    const [table, id] = split(key);
    const row = (await this.db.rowsOf(table).get(id)) ?? null;
    this.visible.set(key, row);
    return row;
  }

  show(key: string, row: AnyRow | null) {
    this.visible.set(key, row);
    this.dirty.add(key);
  }

  async flush(): Promise<void> {
    const puts = new Map<TableName, AnyRow[]>();
    const gone = new Map<TableName, string[]>();
    for (const key of this.dirty) {
      const [table, id] = split(key);
      const row = this.visible.get(key);
      if (row) listOf(puts, table).push(withDerived(table, row));
      else listOf(gone, table).push(id);
    }
    this.dirty.clear();
    for (const [table, rows] of puts) await this.db.rowsOf(table).bulkPut(rows);
    for (const [table, ids] of gone) await this.db.rowsOf(table).bulkDelete(ids);
    for (const key of this.dirtyShadows) {
      const row = this.shadows.get(key);
      if (row === undefined) await this.db.shadows.delete(key);
      else await this.db.shadows.put({ key, row });
    }
    this.dirtyShadows.clear();
    await noteMissed(this.db, this.missed);
    this.missed.clear();
  }

  private access(route: Route): ChangeTx {
    const cached = new Map<string, RowAccess<AnyRow>>();
    return new Proxy({} as ChangeTx, {
      get: (_, name: string) => {
        if (name === "personId") return this.db.personId;
        if (name === "forget") return (spaceId: string) => void this.forgotten.add(spaceId);
        const access = cached.get(name) ?? this.table(name as TableName, route);
        cached.set(name, access);
        return access;
      },
    });
  }

  private table(table: TableName, { reads, writes, misses }: Route): RowAccess<AnyRow> {
    const read = async (id: string) => (await reads(keyOf(table, id))) ?? undefined;
    const write = async (id: string, row: AnyRow | null) => writes(keyOf(table, id), row);
    return {
      get: read,
      put: (row) => write(row.id, row),
      patch: async (id, patch) => {
        const row = await read(id);
        if (row) await write(id, { ...row, ...(typeof patch === "function" ? patch(row) : patch) } as AnyRow);
        else misses?.(keyOf(table, id));
      },
      remove: (id) => write(id, null),
      idsBy: async (index, value) => {
        await this.flush();
        return this.db.rowsOf(table).where(index).equals(value).primaryKeys();
      },
    };
  }
}

export function split(key: string): [TableName, string] {
  const at = key.indexOf(":");
  return [key.slice(0, at) as TableName, key.slice(at + 1)];
}

export function withDerived(table: TableName, row: AnyRow): AnyRow {
  const derive = derived[table] as ((row: AnyRow) => AnyRow) | undefined;
  return derive ? derive(row) : row;
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
