import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useForm } from "@mantine/form";
import { Navigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { MeResponse } from "../../kernel/api/types";
import { signedIn, useSession } from "../../kernel/session/session";
import { ProblemNote } from "../../kernel/ui";
import { PublicPage } from "./PublicPage";

export function SignIn() {
  const { t } = useTranslation("accounts");
  const session = useSession();
  const { next } = useSearch({ strict: false });
  const waiting = session.phase === "signedOut" ? session.waiting : undefined;
  const form = useForm({ mode: "uncontrolled", initialValues: { email: waiting?.email ?? "", password: "" } });
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const handleSubmit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await signedIn((await call<MeResponse>("POST", "/sessions", { body: values })).data);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  });

  if (session.phase === "signedIn") return <Navigate to={next ?? "/"} replace />;
  return (
    <PublicPage title={t("signIn.title")}>
      {waiting && <Text>{t("signIn.ended", { name: waiting.name })}</Text>}
      <form onSubmit={handleSubmit}>
        <Stack>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            required
            autoFocus={!waiting}
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            required
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <ProblemNote error={problem} />
          <Button type="submit" loading={busy}>
            {t("signIn.do")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
