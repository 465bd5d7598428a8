import Dexie, { type EntityTable, type Table } from "dexie";
import type { Method, Position } from "../api/call";
import type { ProblemDetails } from "../api/problem";
import { type AnyRow, indexes, type Rows, type TableName } from "./rows";

/** What a command expects the server to announce; applied at once by the same function as the real change. */
export interface Prediction {
  kind: string;
  itemId: string;
  payload: unknown;
  /** Where it will be announced, if not in the command's space. */
  spaceId?: string;
}

/** One REST call that may wait for the network. Its ids are made here, so that sending it twice does it once. */
export interface Command {
  spaceId: string;
  method: Exclude<Method, "GET">;
  /** Below `/api`. */
  path: string;
  body?: unknown;
  predicts: Prediction[];
}

export interface OutboxEntry extends Command {
  seq: number;
  id: string;
  actorId: string;
  at: string;
  state: "pending" | "sent" | "refused";
  /** Keys of the rows its predictions wrote (`tasks:ID`). */
  touched: string[];
  /** Those of `touched` that were not there before. */
  made: string[];
  /** Once sent: the positions at which it is known here. Empty after a repeat: then a catch-up confirms it. */
  awaits: Position[];
  sentAt?: string;
  problem?: ProblemDetails;
  /** Since when it may have reached the server, whatever became of the answer, and by which tab. */
  claim?: { by: string; at: number };
  /** How often the server failed at it, instead of taking or refusing it. */
  faults?: number;
}

/** A row as the server knows it, kept while the visible one carries predictions; null: the server has none. */
export interface Shadow {
  key: string;
  row: AnyRow | null;
}

export interface Draft {
  /** The place that is written in, such as `topic:ID`. */
  id: string;
  body: string;
  at: string;
  /** What else the composer keeps: a quote, attachments. */
  more?: Record<string, unknown>;
}

/** A stretch of a stream of messages that is here without a hole; see features/messages/regions.ts. */
export interface Region {
  /** The stream's id for the one that reaches to the newest message. */
  id: string;
  streamId: string;
  spaceId: string;
  /** Its first and last message as `orderOf` writes them. */
  from: string;
  to: string;
  /** Where reading goes on; null: there is nothing further, undefined: nobody has asked yet. */
  before: string | null | undefined;
  after: string | null | undefined;
}

export interface Meta {
  key: string;
  value: unknown;
}

/** One person's replica on this device. Query it by index; never read a whole table of tasks or messages. */
export class Replica extends Dexie {
  me!: EntityTable<Rows["me"], "id">;
  spaces!: EntityTable<Rows["spaces"], "id">;
  people!: EntityTable<Rows["people"], "id">;
  members!: EntityTable<Rows["members"], "id">;
  lists!: EntityTable<Rows["lists"], "id">;
  labels!: EntityTable<Rows["labels"], "id">;
  tasks!: EntityTable<Rows["tasks"], "id">;
  topics!: EntityTable<Rows["topics"], "id">;
  messages!: EntityTable<Rows["messages"], "id">;
  inbox!: EntityTable<Rows["inbox"], "id">;
  hearing!: EntityTable<Rows["hearing"], "id">;
  positions!: EntityTable<Position, "spaceId">;
  outbox!: EntityTable<OutboxEntry, "seq">;
  shadows!: EntityTable<Shadow, "key">;
  drafts!: EntityTable<Draft, "id">;
  pages!: EntityTable<Region, "id">;
  meta!: EntityTable<Meta, "key">;

  /** `elsewhere`: another IndexedDB than the browser's; what it keeps is this tab's alone. */
  constructor(
    readonly personId: string,
    readonly elsewhere?: { indexedDB: IDBFactory; IDBKeyRange: unknown },
  ) {
    super(`baton-${personId}`, elsewhere as ConstructorParameters<typeof Dexie>[1]);
    // A new table or index is a new version whose upgrade clears `positions`: then every space is read afresh.
    const { inbox, hearing, ...first } = indexes;
    this.version(1).stores({
      ...first,
      positions: "spaceId",
      outbox: "++seq, &id, state, spaceId, *touched",
      shadows: "key",
      drafts: "id",
      pages: "id, spaceId",
      meta: "key",
    });
    // What I may do in an archived space was once told as if it were not archived.
    this.version(2).upgrade((tx) => tx.table("positions").clear());
    this.version(3)
      .stores({ inbox })
      .upgrade((tx) => tx.table("positions").clear());
    this.version(4)
      .stores({ hearing })
      .upgrade((tx) => tx.table("positions").clear());
  }

  rowsOf(name: TableName): Table<AnyRow, string> {
    return this.table(name) as Table<AnyRow, string>;
  }
}
