import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useForm } from "@mantine/form";
import { Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { MeResponse } from "../../kernel/api/types";
import { signedIn, useSession } from "../../kernel/session/session";
import { deviceLanguage } from "../../kernel/text/text";
import { ProblemNote } from "../../kernel/ui";
import { PublicPage } from "./PublicPage";

/** The first start: makes the workspace and its first owner. */
export function SetUp() {
  const { t } = useTranslation("accounts");
  const session = useSession();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { workspaceName: "", name: "", email: "", password: "" },
  });
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const handleSubmit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(undefined);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      const body = { ...values, zone, language: deviceLanguage() };
      await signedIn((await call<MeResponse>("POST", "/setup", { body })).data);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  });

  if (session.phase === "signedIn") return <Navigate to="/" replace />;
  return (
    <PublicPage title={t("setUp.title")}>
      <Text c="dimmed">{t("setUp.text")}</Text>
      <form onSubmit={handleSubmit}>
        <Stack>
          <TextInput label={t("setUp.workspace")} required autoFocus {...form.getInputProps("workspaceName")} />
          <TextInput label={t("yourName")} autoComplete="name" required {...form.getInputProps("name")} />
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("password")}
            autoComplete="new-password"
            required
            {...form.getInputProps("password")}
          />
          <ProblemNote error={problem} />
          <Button type="submit" loading={busy}>
            {t("setUp.do")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
