import { Navigate } from "@tanstack/react-router";
import { useRows } from "../kernel/replica";

/** Opens where the person was last. */
export function Home() {
  const place = useRows(async (db) => {
    const last = (await db.meta.get("lastSpace"))?.value as string | undefined;
    return { spaceId: last && (await db.spaces.get(last)) ? last : null };
  }, []);
  if (!place) return null;
  return place.spaceId ? (
    <Navigate to="/s/$spaceId" params={{ spaceId: place.spaceId }} replace />
  ) : (
    <Navigate to="/tasks" replace />
  );
}
