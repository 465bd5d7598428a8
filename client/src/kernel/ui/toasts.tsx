import { Button, Group, Text } from "@mantine/core";
import "@mantine/core/styles/Notification.layer.css";
import { Notifications, notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.layer.css";
import i18next from "i18next";

const [undoMs, wordMs, goOnMs] = [10_000, 4000, 60];

export function Toasts() {
  return <Notifications position="bottom-left" limit={3} />;
}

export function showUndo(message: string, undo: () => void) {
  const before = document.activeElement;
  const handleUndo = () => {
    notifications.hide(id);
    undo();
    setTimeout(() => goOn(before), goOnMs);
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

/** The toast had the focus and goes: the keyboard goes on where it was before, unless something took it over. */
function goOn(before: Element | null) {
  const now = document.activeElement;
  if (now && now !== document.body && !now.closest("[role=alert]")) return;
  const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
  (there ? before : document.getElementById("page"))?.focus({ preventScroll: true });
}
