import type { Replica } from "../replica/db";
import { useRows } from "../replica/ReplicaProvider";

export type Connection = "connecting" | "online" | "offline" | "signedOut";

/** Written by the leading tab, read by all. */
export const noteConnection = async (db: Replica, connection: Connection) => {
  await db.meta.put({ key: "connection", value: connection });
};

export const noteServerBuild = async (db: Replica, build: string) => {
  await db.meta.put({ key: "serverBuild", value: build });
};

export const connectionOf = async (db: Replica) =>
  ((await db.meta.get("connection"))?.value as Connection | undefined) ?? "connecting";

/** How this device and the server stand, and how much waits to be sent. */
export function useConnection(): { connection: Connection; waiting: number; refused: number } {
  const connection = useRows(connectionOf, []);
  const waiting = useRows((db) => db.outbox.where("state").equals("pending").count(), []);
  const refused = useRows((db) => db.outbox.where("state").equals("refused").count(), []);
  return { connection: connection ?? "connecting", waiting: waiting ?? 0, refused: refused ?? 0 };
}
