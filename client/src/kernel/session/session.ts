import { liveQuery, type Subscription } from "dexie";
import { useSyncExternalStore } from "react";
import { call, read } from "../api/call";
import { asProblem } from "../api/problem";
import type { MeResponse, Request, SetupResponse } from "../api/types";
import { noteConnection } from "../live/connection";
import { lead } from "../live/lead";
import { reloadWhenOutdated } from "../live/reload";
import { type Command, openReplica, type Replica, submit } from "../replica";
import { moveOutbox, openInMemory } from "../replica/openReplica";
import { isFull, keepingNow, noteKeeping, onFull } from "../replica/storage";

export type Session =
  | { phase: "starting" }
  /** Nobody has set this workspace up yet. */
  | { phase: "setUp" }
  /** The server is away and this device knows nobody. */
  | { phase: "unreachable" }
  /**
   * `waiting`: the person whose session ended, and whose replica (with its outbox) stays on the device. `mail`: the server sends
   * mail, so a forgotten password can be reset. `deleted`: the account that was signed in is no more.
   */
  | { phase: "signedOut"; mail: boolean; waiting?: { name: string; email: string }; deleted?: boolean }
  | { phase: "signedIn"; db: Replica };

const personKey = "baton.person";

let session: Session = { phase: "starting" };
let leave: (() => void)[] = [];
const listeners = new Set<() => void>();

export const currentSession = () => session;

export const useSession = (): Session => useSyncExternalStore(listen, currentSession);

export function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens what this device knows of the last person at once, and asks the server who that is meanwhile. */
export async function openSession(): Promise<void> {
  const personId = localStorage.getItem(personKey);
  if (personId) {
    const db = await openReplica(personId);
    if (await db.me.get(personId)) {
      await enter(db);
      void refreshMe(db);
      return;
    }
  }
  await askServer();
}

/** After signing in, setting up or joining: this device now works for that person. */
export async function signedIn(me: MeResponse): Promise<void> {
  const db = await openFor(me);
  localStorage.setItem(personKey, me.person.id);
  await noteConnection(db, "connecting");
  await enter(db, me.version);
}

async function openFor(me: MeResponse): Promise<Replica> {
  const db = await openReplica(me.person.id);
  try {
    await keepMe(db, me);
    return db;
  } catch (error) {
    if (!isFull(error)) throw error;
    noteKeeping("full");
    const memory = await openInMemory(me.person.id);
    await keepMe(memory, me);
    return memory;
  }
}

/** Ends the session on the server and takes everything off this device. */
export const signOut = () =>
  leaveForGood(() =>
    call("DELETE", "/sessions/current").catch((error: unknown) => {
      if (asProblem(error).status !== 401) throw error;
    }),
  );

/** Ends the account: its sessions end with it, and nothing of it stays on this device. */
export const deleteAccount = (password: string) =>
  leaveForGood(() => call("POST", "/me/deletion", { body: { password } satisfies Request<"DeleteAccount"> }), true);

async function leaveForGood(end: () => Promise<unknown>, deleted?: boolean): Promise<void> {
  const db = session.phase === "signedIn" ? session.db : null;
  const mail = (await db?.me.get(db.personId))?.mail ?? false;
  await end();
  exit();
  // Not waited for: it asks a push service, which may be away.
  void import("../live/notices").then(({ endNotices }) => endNotices());
  localStorage.removeItem(personKey);
  await db?.delete();
  become({ phase: "signedOut", mail, deleted });
}

async function enter(db: Replica, build?: string) {
  exit();
  if (db.elsewhere && keepingNow() === "device") noteKeeping("memory");
  // The browser must not throw away what is not sent yet when it wants the room.
  void navigator.storage?.persist?.();
  const watch: Subscription = liveQuery(() => db.meta.get("connection")).subscribe((row) => {
    if (row?.value === "signedOut") void expire(db);
  });
  leave = [lead(db), () => watch.unsubscribe(), onFull((command) => void leaveDevice(db, command))];
  if (build) leave.push(reloadWhenOutdated(db, build));
  become({ phase: "signedIn", db });
}

/** There is no room on the device: from here on this tab works from its memory. */
async function leaveDevice(db: Replica, command?: Command) {
  const me = await db.me.get(db.personId);
  if (db.elsewhere || !me || session.phase !== "signedIn" || session.db !== db) return;
  noteKeeping("full");
  const memory = await openInMemory(db.personId);
  await keepMe(memory, me);
  await moveOutbox(db, memory);
  if (command) await submit(memory, command);
  await enter(memory, me.version);
}

/** Another tab signed out, or somebody else in: what this one shows is no longer on the device. */
export function watchOtherTabs(reload = () => location.reload()) {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === personKey && session.phase === "signedIn" && newValue !== session.db.personId) reload();
  });
  document.addEventListener("visibilitychange", () => {
    const signedInElsewhere = session.phase === "signedOut" && localStorage.getItem(personKey) !== null;
    if (document.visibilityState === "visible" && signedInElsewhere) void openAgain();
  });
}

async function openAgain() {
  const me = await read<MeResponse>("/me").catch(() => undefined);
  if (me && session.phase === "signedOut") await signedIn(me);
}

/** The session ended (elsewhere, or by time). What waits in the outbox waits on until the same person signs in. */
async function expire(db: Replica) {
  if (session.phase !== "signedIn" || session.db !== db) return;
  const me = await db.me.get(db.personId);
  exit();
  void import("../live/notices").then(({ noteEnded }) => noteEnded(db.personId));
  become({ phase: "signedOut", mail: me?.mail ?? false, waiting: me && { name: me.person.name, email: me.email } });
}

async function refreshMe(db: Replica) {
  try {
    const me = await read<MeResponse>("/me");
    if (me.person.id !== db.personId) return signedIn(me);
    await keepMe(db, me);
    leave.push(reloadWhenOutdated(db, me.version));
  } catch (error) {
    if (asProblem(error).status === 401) await expire(db);
  }
}

async function askServer() {
  try {
    await signedIn(await read<MeResponse>("/me"));
  } catch (error) {
    const { status } = asProblem(error);
    if (status === 0) return become({ phase: "unreachable" });
    const setup = await read<SetupResponse>("/setup").catch(() => ({ needed: false, mail: false }));
    become(setup.needed ? { phase: "setUp" } : { phase: "signedOut", mail: setup.mail });
  }
}

async function keepMe(db: Replica, me: MeResponse) {
  await db.me.put({ ...me, id: me.person.id });
  await db.people.put(me.person);
}

function exit() {
  for (const end of leave) end();
  leave = [];
}

function become(next: Session) {
  session = next;
  for (const listener of listeners) listener();
}
