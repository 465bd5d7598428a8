import { liveQuery } from "dexie";
import type { Replica } from "../replica/db";
import { connectionOf } from "./connection";

const patienceMs = 5000;

/** Waits for the server's word on a write that is on the wire, a few seconds at most, and only while the server is there. */
export const answered = (db: Replica, seq: number, ms = patienceMs): Promise<void> =>
  new Promise((resolve) => {
    const isUnderWay = async () => {
      const entry = await db.outbox.get(seq);
      return entry?.state === "pending" && entry.claim !== undefined && (await connectionOf(db)) === "online";
    };
    const watch = liveQuery(isUnderWay).subscribe((underWay) => underWay || done());
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      watch.unsubscribe();
      resolve();
    }
  });
