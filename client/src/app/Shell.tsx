import { useLiveQuery } from "dexie-react-hooks";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ReplicaProvider } from "../kernel/replica";
import { useSession } from "../kernel/session/session";
import { Empty } from "../kernel/ui";
import { Frame } from "./Frame";

/** Around everything that needs a signed-in person. */
export function Shell() {
  const session = useSession();
  const { t } = useTranslation("app");
  if (session.phase === "unreachable") return <Empty>{t("unreachable")}</Empty>;
  if (session.phase !== "signedIn") return null;
  return (
    <WithMe db={session.db}>
      <Frame />
    </WithMe>
  );
}

function WithMe({ db, children }: { db: Parameters<typeof ReplicaProvider>[0]["db"]; children: ReactNode }) {
  const me = useLiveQuery(() => db.me.get(db.personId), [db]);
  if (!me) return null;
  return (
    <ReplicaProvider db={db} me={me}>
      <Suspense>{children}</Suspense>
    </ReplicaProvider>
  );
}
