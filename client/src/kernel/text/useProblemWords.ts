import { useTranslation } from "react-i18next";
import type { ProblemDetails } from "../api/problem";
import { formatWait } from "./dates";
import { sentenceIn } from "./sentences";

type Said = Pick<ProblemDetails, "code" | "title" | "retryAfter">;

/**
 * A refusal in the reader's language. English readers get the server's own sentence, which may name more; so do codes and
 * sentences without words here. What this client found out by itself has no sentence but these.
 */
export function useProblemWords(): (problem: Said) => string {
  const { t, i18n } = useTranslation("problems", { useSuspense: false });
  const say = useSentences();
  return ({ code, title, retryAfter }) => {
    if (code === "invalid") return say(title);
    if (title && i18n.language === "en") return title;
    const status = /^http-(\d+)$/.exec(code)?.[1];
    if (status && !title) return t("http", { status });
    const when = retryAfter ? { context: "later", when: formatWait(retryAfter) } : {};
    return t(code, { defaultValue: title, ...when });
  };
}

/** What the server says of one field, in the reader's language. */
export function useSentences(): (sentence: string) => string {
  const { t, i18n } = useTranslation("sentences", { useSuspense: false });
  return (sentence) => {
    const known = i18n.language === "en" ? undefined : sentenceIn(sentence);
    return known ? t(known.key, { ...known.values, defaultValue: sentence }) : sentence;
  };
}
