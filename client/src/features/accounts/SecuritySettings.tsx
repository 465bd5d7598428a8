import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Request } from "../../kernel/api/types";
import "@mantine/core/styles/PasswordInput.layer.css";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import { useMe } from "../../kernel/replica";
import { ProblemNote, tell } from "../../kernel/ui";
import { DeleteAccount } from "./DeleteAccount";
import { NewPassword } from "./NewPassword";
import { SessionList } from "./SessionList";
import classes from "./SettingsFrame.module.css";
import { useSending } from "./useSending";

export function SecuritySettings() {
  const { mail } = useMe();
  return (
    <Stack gap="lg">
      <SessionList />
      <PasswordChange />
      {mail && <EmailChange />}
      <DeleteAccount />
    </Stack>
  );
}

function PasswordChange() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { busy, problem, send } = useSending();

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (
      !(await send(() => call("PUT", "/me/password", { body: { current, next } satisfies Request<"ChangePassword"> })))
    )
      return;
    setCurrent("");
    setNext("");
    tell(t("security.passwordChanged"));
  };

  return (
    <form onSubmit={handleSubmit} className={classes.section}>
      <Title order={2}>{t("security.password")}</Title>
      <PasswordInput
        label={t("security.current")}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword label={t("newPassword")} value={next} onChange={setNext} words={[me.person.name, me.email]} />
      <ProblemNote error={problem} />
      <Group>
        <Button type="submit" loading={busy}>
          {t("security.changePassword")}
        </Button>
      </Group>
    </form>
  );
}

function EmailChange() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sentTo, setSentTo] = useState("");
  const { busy, problem, send } = useSending();

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (
      !(await send(() =>
        call("POST", "/me/email", { body: { email, password } satisfies Request<"AskForEmailChange"> }),
      ))
    )
      return;
    setSentTo(email);
    setEmail("");
    setPassword("");
  };

  return (
    <form onSubmit={handleSubmit} className={classes.section}>
      <Title order={2}>{t("email")}</Title>
      <Text>{t("security.emailNow", { email: me.email })}</Text>
      <TextInput
        label={t("security.newEmail")}
        type="email"
        autoComplete="email"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("password")}
        autoComplete="current-password"
        required
        value={password}
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
