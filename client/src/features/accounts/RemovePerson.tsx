import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { PersonResponse } from "../../kernel/api/types";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

export interface RemovePersonProps {
  person: PersonResponse | undefined;
  onClose: () => void;
  onRemoved: () => void;
}

/** Cannot be undone, so it asks first and names the person. */
export function RemovePerson({ person, onClose, onRemoved }: RemovePersonProps) {
  const { t } = useTranslation("accounts");
  const { busy, problem, send } = useSending();
  const handleRemove = async () => {
    if (!person || !(await send(() => call("DELETE", `/people/${person.id}`)))) return;
    onRemoved();
    onClose();
  };
  return (
    <Modal opened={person !== undefined} onClose={onClose} title={t("people.removeTitle", { name: person?.name })}>
      <Text mb="md">{t("people.removeText")}</Text>
      <ProblemNote error={problem} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button color="red.8" loading={busy} onClick={handleRemove}>
          {t("people.remove")}
        </Button>
      </Group>
    </Modal>
  );
}
