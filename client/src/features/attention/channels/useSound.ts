import { useEffect } from "react";
import { type Replica, useReplica, useRows } from "../../../kernel/replica";
import { broughtLast } from "../inbox/waiting";
import { isComing, useWantsSound } from "./signals";

/** A soft sound when a batch with asks comes while a page is open: once, whatever number of pages there is. */
export function useSound() {
  const [wanted] = useWantsSound();
  const db = useReplica();
  const broughtAt = useRows((replica) => (wanted ? broughtLast(replica) : undefined), [wanted]);

  useEffect(() => {
    if (wanted && broughtAt) void soundOf(db, broughtAt);
  }, [db, wanted, broughtAt]);
}

async function soundOf(db: Replica, broughtAt: string) {
  const stillComing = () => isComing(broughtAt, Date.now());
  // A page that nobody has touched since it was loaded may not sound; another one may.
  if (!stillComing() || navigator.userActivation?.hasBeenActive === false) return;
  if (!(await claimSound(db, broughtAt))) return;
  const { chime } = await import("./chime");
  await chime(stillComing);
}

/** Whether this page is the one that sounds for it. What comes within a minute of it is the same batch, in parts. */
export const claimSound = (db: Replica, broughtAt: string): Promise<boolean> =>
  db.transaction("rw", db.meta, async () => {
    const last = (await db.meta.get("sounded"))?.value as string | undefined;
    if (last && Date.parse(broughtAt) - Date.parse(last) < 60_000) return false;
    await db.meta.put({ key: "sounded", value: broughtAt });
    return true;
  });
