import { Button, Group, Modal, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../../kernel/live/connection";
import { signOut } from "../../kernel/session/session";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

/** Once opened, signs out at once; it asks first when something on the device is not sent yet, since it is lost then. */
export function SignOut({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  const { waiting, refused } = useConnection();
  const { busy, problem, send } = useSending();
  const unsent = waiting + refused;
  const [asks, setAsks] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent while it asks must not sign out by itself
  useEffect(() => {
    setAsks(unsent > 0);
    if (opened && unsent === 0) void send(signOut);
  }, [opened]);

  return (
    <Modal
      opened={opened && (asks || problem !== undefined)}
      onClose={onClose}
      title={t(unsent > 0 ? "sessions.unsentTitle" : "sessions.signOut")}
    >
      {unsent > 0 && <Text mb="md">{t("sessions.unsent", { count: unsent })}</Text>}
      <ProblemNote error={problem} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button color="red.8" loading={busy} onClick={() => void send(signOut)}>
          {t(unsent > 0 ? "sessions.signOutAnyway" : "sessions.signOut")}
        </Button>
      </Group>
    </Modal>
  );
}
