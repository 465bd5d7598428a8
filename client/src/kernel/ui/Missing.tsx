import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem";
import { useProblemWords } from "../text/useProblemWords";
import { Empty } from "./Empty";
import { ProblemNote } from "./ProblemNote";
import { TextLink } from "./TextLink";

/** In place of a page whose thing is not there, or cannot be read. */
export function Missing({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation("kernel");
  const wordsOf = useProblemWords();
  if (!error) return null;
  const problem = asProblem(error);
  if (problem.status !== 404) {
    return (
      <div style={{ maxWidth: 640, margin: "32px auto", paddingInline: 16 }}>
        <ProblemNote error={error} again={again} />
      </div>
    );
  }
  return (
    <Empty action={<TextLink to="/">{t("home")}</TextLink>}>{`${wordsOf(problem.details)} ${t("missing")}`}</Empty>
  );
}
