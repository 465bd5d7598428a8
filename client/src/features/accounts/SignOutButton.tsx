import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useConnection } from "../../kernel/live/connection";
import { signOut } from "../../kernel/session/session";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

/** Signing out takes everything off the device; it asks first only when something there is not sent yet. */
export function SignOutButton() {
  const { t } = useTranslation("accounts");
  const { waiting, refused } = useConnection();
  const [asking, { open, close }] = useDisclosure(false);
  const { busy, problem, send } = useSending();
  const unsent = waiting + refused;
  const handleSignOut = () => send(signOut);

  return (
    <>
      <Group>
        <Button variant="default" loading={busy} onClick={unsent > 0 ? open : handleSignOut}>
          {t("sessions.signOut")}
        </Button>
      </Group>
      {!asking && <ProblemNote error={problem} />}
      <Modal opened={asking} onClose={close} title={t("sessions.unsentTitle")}>
        <Text mb="md">{t("sessions.unsent", { count: unsent })}</Text>
        <ProblemNote error={problem} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
          <Button color="red.8" loading={busy} onClick={handleSignOut}>
            {t("sessions.signOutAnyway")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
