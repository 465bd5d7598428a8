import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Replica } from "../replica/db";
import { newReplica, refused, registerPlainChanges, TestServer } from "../testing/TestServer";
import { connectionOf } from "./connection";
import { Live } from "./Live";
import { patient } from "./patient";
import type { Send } from "./push";

registerPlainChanges();

let db: Replica;
beforeEach(async () => {
  db = await newReplica();
});
afterEach(() => vi.restoreAllMocks());

/** Never answers; ends when nobody waits any longer, as `fetch` does. */
const hang = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, fail) => signal?.addEventListener("abort", () => fail(signal.reason)));

test("a snapshot that hangs is given up and asked for again", async () => {
  const server = new TestServer()
    .on(/GET \/spaces$/, () => [])
    .on(/GET \/me/, () => ({}))
    .on(/GET \/spaces\/s\/snapshot/, () => ({ version: 7, space: { id: "s", name: "Launch" } }));
  let asked = 0;
  const send: Send = (method, path, options) =>
    path.endsWith("/snapshot") && ++asked === 1 ? hang(options.signal) : server.send(method, path, options);
  const live = new Live(db, { send, open: server.open, pause: () => 1, patienceMs: 5 });
  live.start();
  server.stream.tell("hello", { server: "b1", spaces: { s: 7 } });

  await vi.waitFor(() => expect(server.streams).toHaveLength(2));
  server.stream.tell("hello", { server: "b1", spaces: { s: 7 } });
  await vi.waitFor(async () => expect((await db.positions.get("s"))?.version).toBe(7));

  await vi.waitFor(async () => expect(await connectionOf(db)).toBe("online"));
  live.stop();
});

test("what hung gets twice the time, and after an answer the least again", async () => {
  const given: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    given.push(ms);
    return given.length < 3 ? AbortSignal.abort() : new AbortController().signal;
  });
  const send = patient(async (_method, _path, { signal }) => {
    signal?.throwIfAborted();
    return { status: 200, data: undefined, changes: [] };
  }, 100);

  for (let time = 0; time < 2; time++) await expect(send("GET", "/me", {})).rejects.toMatchObject({ code: "offline" });
  await send("GET", "/me", {});
  await send("GET", "/me", {});

  expect(given).toEqual([100, 200, 400, 100]);
});

test("a refusal stays what it is", async () => {
  const send = patient(async () => Promise.reject(refused(403, "right-missing")));

  await expect(send("GET", "/me", {})).rejects.toMatchObject({ code: "right-missing" });
});
