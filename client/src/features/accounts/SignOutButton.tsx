import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { SignOut } from "./SignOut";

/** Signing out takes everything off the device. */
export function SignOutButton() {
  const { t } = useTranslation("accounts");
  const [leaving, { open, close }] = useDisclosure(false);
  return (
    <Group>
      <Button variant="default" onClick={open}>
        {t("sessions.signOut")}
      </Button>
      <SignOut opened={leaving} onClose={close} />
    </Group>
  );
}
