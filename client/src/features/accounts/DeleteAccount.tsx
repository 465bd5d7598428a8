import { Button, Group, Modal, PasswordInput, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../kernel/replica";
import { deleteAccount } from "../../kernel/session/session";
import { ProblemNote } from "../../kernel/ui";
import classes from "./SettingsFrame.module.css";
import { useSending } from "./useSending";

export function DeleteAccount() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [asking, { open, close }] = useDisclosure(false);
  const [password, setPassword] = useState("");
  const { busy, problem, send } = useSending();

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(() => deleteAccount(password));
  };

  return (
    <section className={classes.section}>
      <Title order={2}>{t("deletion.title")}</Title>
      <Text>{t("deletion.text")}</Text>
      <Group>
        <Button variant="default" c="var(--mantine-color-error)" onClick={open}>
          {t("deletion.ask")}
        </Button>
      </Group>
      <Modal opened={asking} onClose={close} title={t("deletion.of", { name: me.person.name, email: me.email })}>
        <form onSubmit={handleSubmit}>
          <Text mb="md">{t("deletion.final")}</Text>
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote error={problem} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" color="red.8" loading={busy}>
              {t("deletion.do")}
            </Button>
          </Group>
        </form>
      </Modal>
    </section>
  );
}
