import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";

const undoMs = 10_000;

/** For ten seconds, a way back from what was done at once. */
export function offerUndo(message: string, undo: () => void) {
  const id = notifications.show({
    autoClose: undoMs,
    withCloseButton: true,
    closeButtonProps: { "aria-label": i18next.t("kernel:close") },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {i18next.t("kernel:undo")}
        </Button>
      </Group>
    ),
  });
}

/** A short word that something is done, where nothing on the screen shows it. */
export function tell(message: string) {
  notifications.show({ message, autoClose: 4000, closeButtonProps: { "aria-label": i18next.t("kernel:close") } });
}
