import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../kernel/api/problem";
import { useSentences } from "../../kernel/text/useProblemWords";
import { useSending } from "./useSending";

type Errors = Record<string, string>;

/**
 * A form that waits for the server's answer. What is missing, and what the server says of a field, stands beside the field
 * in Baton's own words; `problem` is what no field can show. Correcting anything takes an old refusal away.
 * `<form {...form}>` with fields that have a `name` and `{...errorOf("name")}`.
 */
export function useAccountForm(job: () => Promise<unknown>) {
  const { t } = useTranslation("accounts");
  const say = useSentences();
  const { busy, problem, send, forget } = useSending();
  const [missing, setMissing] = useState<Errors>({});
  const names = useRef<string[]>([]);

  const wordsFor = ({ validity, minLength, value }: HTMLInputElement): string | undefined => {
    if (validity.valueMissing) return t("check.needed");
    if (validity.typeMismatch) return t("check.email");
    // Not `tooShort`: it holds only for what was typed by hand, not for what a password keeper filled in.
    return minLength > 0 && value.length < minLength ? t("check.short", { count: minLength }) : undefined;
  };

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog's form stands, for React, within the page that opened it.
    event.stopPropagation();
    const fields = [...event.currentTarget.elements].filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name !== "",
    );
    names.current = fields.map((field) => field.name);
    const wrong = fields.flatMap((field) => {
      const words = wordsFor(field);
      return words ? [[field.name, words] as const] : [];
    });
    setMissing(Object.fromEntries(wrong));
    const first = wrong[0]?.[0];
    if (first) fields.find((field) => field.name === first)?.focus();
    else await send(job);
  };
  const handleChange = (event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    forget();
    setMissing(({ [name]: _, ...rest }) => rest);
  };

  const refused = problem === undefined ? {} : (asProblem(problem).details.errors ?? {});
  const elsewhere = Object.keys(refused).some((field) => !names.current.includes(field));
  return {
    form: { noValidate: true, onSubmit: handleSubmit, onChange: handleChange },
    errorOf: (name: string) => ({
      name,
      error: missing[name] ?? refused[name]?.map(say).join(" "),
      errorProps: { role: "alert" },
    }),
    busy,
    problem: Object.keys(refused).length > 0 && !elsewhere ? undefined : problem,
  };
}
