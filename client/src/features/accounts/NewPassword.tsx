import { PasswordInput, Progress, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import "@mantine/core/styles/Progress.layer.css";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { PasswordStrengthResponse, Request } from "../../kernel/api/types";

export interface NewPasswordProps {
  label: string;
  value: string;
  onChange: (password: string) => void;
  /** What is easily guessed of this person: name, e-mail, workspace. */
  words: string[];
  name?: string;
  error?: string;
}

const colours = ["red", "red", "orange", "teal", "teal"] as const;

/** A new password and how long it would withstand guessing; no rules of composition. */
export function NewPassword({ label, value, onChange, words, name, error }: NewPasswordProps) {
  const { t } = useTranslation("accounts");
  const [asked] = useDebouncedValue(value, 250);
  const [strength, setStrength] = useState<PasswordStrengthResponse>();
  const known = words.filter(Boolean).join("\n");
  const meterId = useId();

  useEffect(() => {
    if (asked === "") return setStrength(undefined);
    const stop = new AbortController();
    const body: Request<"JudgePassword"> = { password: asked, words: known.split("\n").filter(Boolean) };
    call<PasswordStrengthResponse>("POST", "/password-strength", { body, signal: stop.signal }).then(
      ({ data }) => setStrength(data),
      () => setStrength(undefined),
    );
    return () => stop.abort();
  }, [asked, known]);

  return (
    <Stack gap={6}>
      <PasswordInput
        label={label}
        description={t("passwordHint")}
        autoComplete="new-password"
        required
        minLength={8}
        name={name}
        // While the meter says why, a second line would say it again.
        error={strength?.warning ? error !== undefined : error}
        errorProps={{ role: "alert" }}
        value={value}
        aria-describedby={strength && meterId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {strength && (
        <>
          <Progress
            value={(strength.score + 1) * 20}
            color={colours[strength.score]}
            size="sm"
            aria-label={t("strength.label")}
          />
          <Text
            id={meterId}
            size="xs"
            c={error && strength.warning ? "var(--mantine-color-error)" : "dimmed"}
            role="status"
          >
            {[t(`strength.${strength.score}`), strength.warning, ...strength.suggestions].filter(Boolean).join(" ")}
          </Text>
        </>
      )}
    </Stack>
  );
}
