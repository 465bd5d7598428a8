import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { useSession } from "../../kernel/session/session";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { PublicPage } from "./PublicPage";
import { useAccountForm } from "./useAccountForm";

export function ForgottenPassword() {
  const { t } = useTranslation("accounts");
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const { form, errorOf, busy, problem } = useAccountForm(async () => {
    await call("POST", "/password-resets", { body: { email } });
    setAsked(true);
  });

  const session = useSession();
  const noMail = session.phase === "signedOut" && !session.mail;
  return (
    <PublicPage title={t("forgotten.title")}>
      {noMail ? (
        <Text>{t("forgotten.noMail")}</Text>
      ) : asked ? (
        <Text role="status">{t("forgotten.sent", { email })}</Text>
      ) : (
        <form {...form}>
          <Stack>
            <Text c="dimmed">{t("forgotten.text")}</Text>
            <TextInput
              label={t("email")}
              type="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              {...errorOf("email")}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ProblemNote error={problem} />
            <Button type="submit" loading={busy}>
              {t("forgotten.do")}
            </Button>
          </Stack>
        </form>
      )}
      <TextLink to="/sign-in" ta="center">
        {t("toSignIn")}
      </TextLink>
    </PublicPage>
  );
}
