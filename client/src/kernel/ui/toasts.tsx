import { Button, Group, Text } from "@mantine/core";
import "@mantine/core/styles/Notification.layer.css";
import { Notifications, notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.layer.css";
import i18next from "i18next";

const [undoMs, wordMs] = [10_000, 4000];

export function Toasts() {
  return <Notifications position="bottom-left" limit={3} />;
}

export function showUndo(message: string, undo: () => void) {
  const handleUndo = () => {
    notifications.hide(id);
    undo();
  };
  const id = notifications.show({
    autoClose: undoMs,
    closeButtonProps: { "aria-label": i18next.t("kernel:close") },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button variant="light" size="compact-sm" flex="none" onClick={handleUndo}>
          {i18next.t("kernel:undo")}
        </Button>
      </Group>
    ),
  });
}

export function showWord(message: string) {
  notifications.show({
    message,
    autoClose: wordMs,
    closeButtonProps: { "aria-label": i18next.t("kernel:close") },
  });
}
