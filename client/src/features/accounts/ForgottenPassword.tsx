import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { useSession } from "../../kernel/session/session";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { PublicPage } from "./PublicPage";
import { useSending } from "./useSending";

export function ForgottenPassword() {
  const { t } = useTranslation("accounts");
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const { busy, problem, send } = useSending();

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(await send(() => call("POST", "/password-resets", { body: { email } })));
  };

  const session = useSession();
  const noMail = session.phase === "signedOut" && !session.mail;
  return (
    <PublicPage title={t("forgotten.title")}>
      {noMail ? (
        <Text>{t("forgotten.noMail")}</Text>
      ) : asked ? (
        <Text role="status">{t("forgotten.sent", { email })}</Text>
      ) : (
        <form onSubmit={handleSubmit}>
          <Stack>
            <Text c="dimmed">{t("forgotten.text")}</Text>
            <TextInput
              label={t("email")}
              type="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
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
