import { liveQuery, type Subscription } from "dexie";
import { call } from "../api/call";
import { asProblem, Problem } from "../api/problem";
import type { ChangeResponse } from "../api/types";
import type { Replica } from "../replica/db";
import { applyChanges, confirmCaughtUp } from "../replica/receive";
import { isFull, reportFull } from "../replica/storage";
import { catchUp, catchUpWithAll, takeSnapshot, unread } from "./catchUp";
import { type Connection, noteConnection, noteServerBuild } from "./connection";
import { patient } from "./patient";
import { pushOutbox, type Send } from "./push";

/** The part of EventSource that is used, so that tests can play the server. */
export interface Stream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
  readonly readyState: number;
}

export interface LiveOptions {
  send?: Send;
  open?: (url: string) => Stream;
  /** Milliseconds for the nth attempt. */
  pause?: (attempt: number) => number;
  /** How long a request may take at first. */
  patienceMs?: number;
  /** Names this tab where several lead at once. */
  tab?: string;
}

const closed = 2;
/** The server pings every 25 seconds. */
const silenceMs = 60_000;
/** How long a feed that made room for a newer one stays away, unless somebody looks at its tab before. */
const crowdedMs = 60_000;

/** Everything between one leading tab and the server: the stream of changes in, the outbox out. */
export class Live {
  private readonly send: Send;
  private readonly openStream: (url: string) => Stream;
  private readonly pause: (attempt: number) => number;
  private readonly tab: string | undefined;
  private stream: Stream | null = null;
  private incoming: ChangeResponse[] = [];
  private chain: Promise<void> = Promise.resolve();
  private pushing: Promise<void> | null = null;
  private pushAgain = false;
  private attempts = { stream: 0, push: 0 };
  private timers = new Set<ReturnType<typeof setTimeout>>();
  private outbox: Subscription | null = null;
  private reconnecting = false;
  private heardAt = Date.now();
  private watchdog: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;

  constructor(
    private readonly db: Replica,
    options: LiveOptions = {},
  ) {
    this.send = patient(options.send ?? call, options.patienceMs);
    this.openStream = options.open ?? ((url) => new EventSource(url) as unknown as Stream);
    this.pause = options.pause ?? growing;
    this.tab = options.tab;
  }

  start() {
    this.connect();
    this.outbox = liveQuery(() => this.db.outbox.where("state").equals("pending").count()).subscribe((waiting) => {
      if (waiting > 0) this.push();
    });
  }

  stop() {
    this.stopped = true;
    this.outbox?.unsubscribe();
    for (const timer of this.timers) clearTimeout(timer);
    if (this.watchdog) clearTimeout(this.watchdog);
    this.stream?.close();
  }

  /** The network may be back: try at once instead of waiting out the pause. */
  wake() {
    this.attempts = { stream: 0, push: 0 };
    // A stream that slept with the machine may be dead without knowing it.
    const silent = Date.now() - this.heardAt > silenceMs;
    if (silent || !this.stream || this.stream.readyState === closed) this.connect();
    this.push();
  }

  /** The device knows that it has no network: no need to wait until the stream notices. */
  lost() {
    this.reconnect();
  }

  /** Resolves when everything received or to be sent so far is dealt with. */
  async quiet(): Promise<void> {
    await this.pushing;
    await this.chain;
  }

  private connect() {
    if (this.stopped) return;
    this.stream?.close();
    const stream = this.openStream("/api/live");
    this.stream = stream;
    this.reconnecting = false;
    this.hear();
    stream.addEventListener("hello", (event) => {
      const hello = JSON.parse(event.data) as { server: string; spaces: Record<string, number> };
      this.queue(async () => {
        await catchUpWithAll(this.db, hello.spaces, this.send);
        this.attempts.stream = 0;
        await this.tell("online");
        await noteServerBuild(this.db, hello.server);
        this.push();
      });
    });
    stream.addEventListener("ping", () => this.hear());
    stream.addEventListener("change", (event) => {
      this.hear();
      this.incoming.push(JSON.parse(event.data) as ChangeResponse);
      if (this.incoming.length === 1) this.queue(() => this.take());
    });
    const ended = () => this.stream === stream && this.reconnect();
    stream.addEventListener("bye", (event) => {
      const { reason } = JSON.parse(event.data) as { reason?: "crowded" };
      if (this.stream === stream && reason === "crowded") this.rest();
      else ended();
    });
    stream.addEventListener("error", ended);
  }

  /** Too many feeds of mine are open, and this was the oldest: coming back at once would only close the next. */
  private rest() {
    if (this.watchdog) clearTimeout(this.watchdog);
    this.stream?.close();
    this.stream = null;
    this.later(crowdedMs, async () => {
      if (!this.stream && !this.reconnecting) this.connect();
    });
  }

  private async take() {
    const changes = this.incoming;
    this.incoming = [];
    const { gaps, broken } = await applyChanges(this.db, changes);
    for (const spaceId of broken) await takeSnapshot(this.db, spaceId, this.send);
    await catchUp(this.db, [...gaps, ...(await unread(this.db))], this.send);
  }

  /** A line that died without an error is noticed by its silence. */
  private hear() {
    this.heardAt = Date.now();
    if (this.watchdog) clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.connect(), silenceMs);
  }

  /** One thing at a time and in order: a change must not overtake the catch-up that it follows. */
  private queue(job: () => Promise<void>) {
    this.chain = this.chain.then(async () => {
      if (this.stopped) return;
      try {
        await job();
      } catch (error) {
        await this.failed(error);
      }
    });
  }

  private async failed(error: unknown) {
    if (this.stopped) return;
    if (isFull(error)) return reportFull();
    // A fault of ours must not hide behind "the server is away".
    if (!(error instanceof Problem)) reportError(error);
    if (asProblem(error).status === 401) {
      this.stream?.close();
      await this.tell("signedOut");
    } else {
      this.reconnect();
    }
  }

  private reconnect() {
    if (this.stopped || this.reconnecting) return;
    this.reconnecting = true;
    if (this.watchdog) clearTimeout(this.watchdog);
    this.stream?.close();
    this.stream = null;
    this.later(this.pause(this.attempts.stream++), async () => {
      // An event source does not say why it failed; this read does.
      try {
        await this.send("GET", "/me", {});
        if (!this.stream) this.connect();
      } catch (error) {
        this.reconnecting = false;
        await this.failed(error);
      }
    });
    this.queue(() => this.tell("offline"));
  }

  private push() {
    if (this.stopped) return;
    if (this.pushing) {
      this.pushAgain = true;
      return;
    }
    this.pushing = this.pushOnce().finally(() => {
      this.pushing = null;
      if (this.pushAgain) {
        this.pushAgain = false;
        this.push();
      }
    });
  }

  private async pushOnce() {
    const pushed = await pushOutbox(this.db, this.send, this.tab);
    if (pushed.end === "signedOut") return this.tell("signedOut");
    if (pushed.end === "later") {
      const pause = pushed.seconds ? pushed.seconds * 1000 : this.pause(this.attempts.push++);
      this.later(pause, async () => this.push());
    } else {
      this.attempts.push = 0;
    }
    if (pushed.repeats.length > 0) this.queue(() => this.seeRepeats(pushed.repeats));
  }

  private async seeRepeats(spaceIds: string[]) {
    const since = new Date().toISOString();
    await catchUp(this.db, spaceIds, this.send);
    await confirmCaughtUp(this.db, since);
  }

  private tell(connection: Connection) {
    return noteConnection(this.db, connection);
  }

  private later(ms: number, job: () => Promise<void>) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void job();
    }, ms);
    this.timers.add(timer);
  }
}

/** 1, 2, 4 … 30 seconds, spread so that a restarted server is not met by everybody at once. */
function growing(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (0.75 + Math.random() / 2);
}
