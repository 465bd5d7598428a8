import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { longest } from "../../kernel/api/lengths";
import type { MeResponse, Request } from "../../kernel/api/types";
import { signedIn, useSession } from "../../kernel/session/session";
import { deviceLanguage } from "../../kernel/text/text";
import { ProblemNote } from "../../kernel/ui";
import { browserZone } from "./codeInAddress";
import { NewPassword } from "./NewPassword";
import { PublicPage } from "./PublicPage";
import { useAccountForm } from "./useAccountForm";

/** The first start: makes the workspace and its first owner. */
export function SetUp() {
  const { t } = useTranslation("accounts");
  const session = useSession();
  const form = useForm({ initialValues: { workspaceName: "", name: "", email: "", password: "" } });
  const { workspaceName, name, email, password } = form.values;

  const {
    form: fields,
    errorOf,
    busy,
    problem,
  } = useAccountForm(async () => {
    const body: Request<"SetUpWorkspace"> = { ...form.values, zone: browserZone(), language: deviceLanguage() };
    await signedIn((await call<MeResponse>("POST", "/setup", { body })).data);
  });

  if (session.phase === "signedIn") return <Navigate to="/" replace />;
  return (
    <PublicPage title={t("setUp.title")}>
      <Text c="dimmed">{t("setUp.text")}</Text>
      <form {...fields}>
        <Stack>
          <TextInput
            label={t("setUp.workspace")}
            required
            autoFocus
            maxLength={longest.workspaceName}
            {...form.getInputProps("workspaceName")}
            {...errorOf("workspaceName")}
          />
          <TextInput
            label={t("yourName")}
            autoComplete="name"
            required
            maxLength={longest.personName}
            {...form.getInputProps("name")}
            {...errorOf("name")}
          />
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
            {...errorOf("email")}
          />
          <NewPassword
            label={t("password")}
            value={password}
            onChange={(next) => form.setFieldValue("password", next)}
            words={[workspaceName, name, email]}
            {...errorOf("password")}
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
