import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useForm } from "@mantine/form";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { MeResponse } from "../../kernel/api/types";
import { signedIn, useSession } from "../../kernel/session/session";
import { ProblemNote, TextLink } from "../../kernel/ui";
import { PublicPage } from "./PublicPage";
import { useAccountForm } from "./useAccountForm";

export function SignIn() {
  const session = useSession();
  const router = useRouter();
  const { next } = useSearch({ strict: false });

  useEffect(() => {
    if (session.phase === "signedIn") router.history.replace(insideOnly(next));
  }, [session.phase, next, router]);

  // Not drawn before it is known who waits: a form drawn anew would lose what was typed.
  if (session.phase === "signedIn" || session.phase === "starting") return null;
  const { waiting, mail, deleted } = session.phase === "signedOut" ? session : {};
  return <SignInForm waiting={waiting} mail={mail} deleted={deleted} />;
}

interface SignInFormProps {
  /** Whose session ended on this device. */
  waiting?: { name: string; email: string };
  /** A forgotten password can be reset. */
  mail?: boolean;
  /** Whose account it was has just ended it. */
  deleted?: boolean;
}

function SignInForm({ waiting, mail, deleted }: SignInFormProps) {
  const { t } = useTranslation("accounts");
  const form = useForm({ mode: "uncontrolled", initialValues: { email: waiting?.email ?? "", password: "" } });
  const {
    form: fields,
    errorOf,
    busy,
    problem,
  } = useAccountForm(async () =>
    signedIn((await call<MeResponse>("POST", "/sessions", { body: form.getValues() })).data),
  );

  return (
    <PublicPage title={t("signIn.title")}>
      {waiting && <Text>{t("signIn.ended", { name: waiting.name })}</Text>}
      {deleted && <Text role="status">{t("signIn.deleted")}</Text>}
      <form {...fields}>
        <Stack>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            required
            autoFocus={!waiting}
            {...form.getInputProps("email")}
            {...errorOf("email")}
          />
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            required
            autoFocus={waiting !== undefined}
            {...form.getInputProps("password")}
            {...errorOf("password")}
          />
          <ProblemNote error={problem} />
          <Button type="submit" loading={busy}>
            {t("signIn.do")}
          </Button>
          {mail ? (
            <TextLink to="/forgotten" ta="center">
              {t("signIn.forgotten")}
            </TextLink>
          ) : (
            <Text size="sm" c="dimmed" ta="center">
              {t("signIn.askOwner")}
            </Text>
          )}
        </Stack>
      </form>
    </PublicPage>
  );
}

/** A link made by somebody else must not lead out of Baton after signing in. */
function insideOnly(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}
