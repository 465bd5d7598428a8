import { useTranslation } from "react-i18next";
import type { ProblemDetails } from "../api/problem";
import { formatWait } from "./dates";

type Told = Pick<ProblemDetails, "code" | "title" | "retryAfter">;

/** A refusal in the reader's language. English readers get the server's own sentence, which may name more; so do codes without words here. */
export function useProblemWords(): (problem: Told) => string {
  const { t, i18n } = useTranslation("problems", { useSuspense: false });
  return ({ code, title, retryAfter }) => {
    if (i18n.language === "en") return title;
    const when = retryAfter ? { context: "later", when: formatWait(retryAfter) } : {};
    return t(code, { defaultValue: title, ...when });
  };
}
