import { useTranslation } from "react-i18next";
import { useRows } from "../../kernel/replica";
import { useSpaceName } from "../spaces/spaceName";
import type { Place } from "./place";

/** What sending does, in one line: who can read it, and that it calls nobody. */
export function useAudience({ spaceId }: Pick<Place, "spaceId">): string {
  const { t } = useTranslation("messages");
  const space = useRows((db) => db.spaces.get(spaceId), [spaceId]);
  const name = useSpaceName(space);
  if (!space) return "";
  if (space.kind === "personal") return t("audience.personal");
  return t(space.kind === "direct" ? "audience.direct" : "audience.group", { name });
}
