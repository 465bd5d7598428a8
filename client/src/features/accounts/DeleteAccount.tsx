import { Button, Group, Modal, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../kernel/api/problem";
import { useMe } from "../../kernel/replica";
import { deleteAccount } from "../../kernel/session/session";
import { ProblemNote, TextLink } from "../../kernel/ui";
import classes from "./SettingsFrame.module.css";
import { useAccountForm } from "./useAccountForm";

export function DeleteAccount() {
  const { t } = useTranslation("accounts");
  const me = useMe();
  const [asking, { open, close }] = useDisclosure(false);
  const [password, setPassword] = useState("");
  const { form, errorOf, busy, problem } = useAccountForm(() => deleteAccount(password));
  const led = ledSpacesIn(problem);

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
        <form {...form}>
          <Text mb="md">{t("deletion.final")}</Text>
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            required
            value={password}
            {...errorOf("password")}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {led ? (
            <Stack role="alert" gap={4} mt="md">
              <Text>{t("deletion.successor")}</Text>
              {led.map((space) => (
                <TextLink key={space.id} to="/s/$spaceId/settings" params={{ spaceId: space.id }}>
                  {t("deletion.toSpace", { name: space.name })}
                </TextLink>
              ))}
            </Stack>
          ) : (
            <ProblemNote error={problem} />
          )}
          {asProblem(problem).code === "last-owner" && (
            <TextLink to="/settings/people">{t("deletion.toPeople")}</TextLink>
          )}
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

/** The spaces that I alone lead, of the refusal that names them. */
function ledSpacesIn(problem: unknown): { id: string; name: string }[] | undefined {
  const { code, details } = asProblem(problem);
  return code === "successor-needed"
    ? (details.present as { spaces: { id: string; name: string }[] } | undefined)?.spaces
    : undefined;
}
