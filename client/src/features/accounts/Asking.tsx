import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

export interface AskingProps {
  /** Names the thing. */
  title: string;
  children: string;
  /** The verb on the button. */
  act: string;
  opened: boolean;
  onAct: () => Promise<unknown>;
  onClose: () => void;
}

/** Before what cannot be undone. */
export function Asking({ title, children, act, opened, onAct, onClose }: AskingProps) {
  const { t } = useTranslation("accounts");
  const { busy, problem, send, forget } = useSending();
  const handleClose = () => {
    forget();
    onClose();
  };
  const handleAct = async () => {
    if (await send(onAct)) onClose();
  };
  return (
    <Modal opened={opened} onClose={handleClose} title={title}>
      <Text mb="md">{children}</Text>
      <ProblemNote error={problem} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={handleClose}>
          {t("cancel")}
        </Button>
        <Button color="red.8" loading={busy} onClick={() => void handleAct()}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
