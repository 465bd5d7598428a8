import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Request } from "../../kernel/api/types";
import "@mantine/core/styles/PasswordInput.layer.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { useMe } from "../../kernel/replica";
import { ProblemNote, tell } from "../../kernel/ui";
import { DeleteAccount } from "./DeleteAccount";
import { NewPassword } from "./NewPassword";
import { SessionList } from "./SessionList";
import classes from "./SettingsFrame.module.css";
import { useAccountForm } from "./useAccountForm";

export function SecuritySettings() {
  const { mail } = useMe();
  return (
    <Stack gap="lg">
      <SessionList />
      <PasswordChange />
      {mail ? <EmailChange /> : <EmailShown />}
      <DeleteAccount />
    </Stack>
  );
}

function PasswordChange() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { form, errorOf, busy, problem } = useAccountForm(async () => {
    await call("PUT", "/me/password", { body: { current, next } satisfies Request<"ChangePassword"> });
    setCurrent("");
    setNext("");
    tell(t("security.passwordChanged"));
  });

  return (
    <form {...form} className={classes.section}>
      <Title order={2}>{t("security.password")}</Title>
      <PasswordInput
        label={t("security.current")}
        autoComplete="current-password"
        required
        value={current}
        {...errorOf("current")}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword
        label={t("newPassword")}
        value={next}
        onChange={setNext}
        words={[me.person.name, me.email]}
        {...errorOf("next")}
      />
      <ProblemNote error={problem} />
      <Group>
        <Button type="submit" loading={busy}>
          {t("security.changePassword")}
        </Button>
      </Group>
    </form>
  );
}

/** Without a mail nobody can show that an address is theirs, so there is nothing to change it by. */
function EmailShown() {
  const { t } = useTranslation("accounts");
  const { email } = useMe();
  return (
    <section className={classes.section}>
      <Title order={2}>{t("email")}</Title>
      <Text>{t("security.emailNow", { email })}</Text>
      <Text c="dimmed">{t("security.emailStays")}</Text>
    </section>
  );
}

function EmailChange() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sentTo, setSentTo] = useState("");
  const { form, errorOf, busy, problem } = useAccountForm(async () => {
    await call("POST", "/me/email", { body: { email, password } satisfies Request<"AskForEmailChange"> });
    setSentTo(email);
    setEmail("");
    setPassword("");
  });

  return (
    <form {...form} className={classes.section}>
      <Title order={2}>{t("email")}</Title>
      <Text>{t("security.emailNow", { email: me.email })}</Text>
      <TextInput
        label={t("security.newEmail")}
        type="email"
        autoComplete="email"
        required
        value={email}
        {...errorOf("email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("password")}
        autoComplete="current-password"
        required
        value={password}
        {...errorOf("password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemNote error={problem} />
      {sentTo && <Text role="status">{t("security.emailSent", { email: sentTo })}</Text>}
      <Group>
        <Button type="submit" loading={busy}>
          {t("security.changeEmail")}
        </Button>
      </Group>
    </form>
  );
}
