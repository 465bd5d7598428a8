import { useTranslation } from "react-i18next";
import type { ProblemDetails } from "../api/problem";

/** A refusal in the reader's language. English readers get the server's own sentence, which may name more; so do codes without words here. */
export function useProblemWords(): (problem: Pick<ProblemDetails, "code" | "title">) => string {
  const { t, i18n } = useTranslation("problems", { useSuspense: false });
  return ({ code, title }) => (i18n.language === "en" ? title : t(code, { defaultValue: title }));
}
