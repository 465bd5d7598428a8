import type { Answer, Method } from "../api/call";
import { Problem } from "../api/problem";
import type { ChangeResponse } from "../api/types";
import type { Stream } from "../live/Live";
import { Replica, registerChanges } from "../replica";

export interface Call {
  method: Method;
  path: string;
  body: unknown;
}

type Answers = (call: Call) => unknown;

/** Plays the server for a replica: answers by hand-written rules and announces what a test says. */
export class TestServer {
  readonly calls: Call[] = [];
  readonly streams: TestStream[] = [];
  private rules: [RegExp, Answers][] = [];

  on(call: RegExp, answers: Answers): this {
    this.rules.unshift([call, answers]);
    return this;
  }

  readonly send = async (method: Method, path: string, options: { body?: unknown }): Promise<Answer<unknown>> => {
    const call = { method, path, body: options.body };
    this.calls.push(call);
    const rule = this.rules.find(([pattern]) => pattern.test(`${method} ${path}`));
    if (!rule) throw refused(404, "not-found");
    const data = await rule[1](call);
    const changes = (data as { announcedAt?: Answer<unknown>["changes"] } | undefined)?.announcedAt ?? [];
    return { status: 200, data, changes };
  };

  readonly open = (): Stream => {
    const stream = new TestStream();
    this.streams.push(stream);
    return stream;
  };

  get stream(): TestStream {
    const stream = this.streams.at(-1);
    if (!stream) throw new Error("Nobody listens.");
    return stream;
  }

  /** The writes it got, as `PATCH /tasks/1`. */
  get writes(): string[] {
    return this.calls
      .filter((call) => call.method !== "GET" && call.path !== "/changes")
      .map((call) => `${call.method} ${call.path}`);
  }
}

export class TestStream implements Stream {
  readyState = 1;
  private listeners = new Map<string, (event: MessageEvent<string>) => void>();

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(type, listener);
  }

  close() {
    this.readyState = 2;
  }

  tell(type: "hello" | "change" | "bye" | "error", data: unknown = {}) {
    this.listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

export const refused = (status: number, code: string, more: { retryAfter?: number } = {}) =>
  new Problem({ status, code, title: `Refused: ${code}.`, ...more });

let replicas = 0;

export async function newReplica(): Promise<Replica> {
  const db = new Replica(`ada-${++replicas}`);
  await db.open();
  return db;
}

export const change = (spaceId: string, version: number, kind: string, payload: { id: string }): ChangeResponse => ({
  spaceId,
  version,
  kind,
  itemId: payload.id,
  actorId: "ben",
  at: "2026-11-23T09:00:00.000Z",
  payload,
});

/** Two kinds on plain list rows: enough to try everything the replica does, without any feature. */
export function registerPlainChanges() {
  registerChanges({
    "list.created": (tx, { payload }) => tx.lists.put(payload),
    "list.changed": (tx, { payload }) => tx.lists.patch(payload.id, payload),
    "list.removed": (tx, { payload }) => tx.lists.remove(payload.id),
    "space.left": (tx, { payload }) => tx.forget(payload.id),
    "space.joined": (tx, { payload }) => tx.spaces.put(payload),
  });
}
