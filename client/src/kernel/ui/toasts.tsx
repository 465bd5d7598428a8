import { Button, Group, Text } from "@mantine/core";
import "@mantine/core/styles/Notification.layer.css";
import { useHotkeys } from "@mantine/hooks";
import { Notifications, notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.layer.css";
import i18next from "i18next";
import classes from "./toasts.module.css";

const [undoMs, wordMs, goOnMs] = [10_000, 4000, 60];

/** Two are enough to read, or they would wall in the page: an older word gives way, and only then an older way back. */
const atOnce = 2;
const shown: { id: string; undo?: () => void }[] = [];

export function Toasts() {
  useHotkeys([["mod+Z", undoLatest, { preventDefault: false }]], ["TEXTAREA", "SELECT"]);
  return <Notifications position="bottom-left" limit={atOnce} className={classes.room} />;
}

/** By the key as by the button, from wherever the hands are; in a field the key belongs to the text. */
function undoLatest(event: KeyboardEvent) {
  const latest = shown.findLast((one) => one.undo);
  if (!latest || isTyping(event.target)) return;
  event.preventDefault();
  latest.undo?.();
}

const ticked = ["checkbox", "radio", "button"];

const isTyping = (target: EventTarget | null) => target instanceof HTMLInputElement && !ticked.includes(target.type);

function makeRoom() {
  while (shown.length >= atOnce) {
    const goes = shown.find((one) => !one.undo) ?? shown[0];
    if (!goes) return;
    forget(goes.id);
    notifications.hide(goes.id);
  }
}

export function showUndo(message: string, undo: () => void) {
  const before = document.activeElement;
  const handleUndo = () => {
    forget(id);
    notifications.hide(id);
    undo();
    setTimeout(() => goOn(before), goOnMs);
  };
  makeRoom();
  const id = notifications.show({
    autoClose: undoMs,
    onClose: () => forget(id),
    closeButtonProps: { "aria-label": i18next.t("kernel:close") },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button variant="light" size="compact-sm" flex="none" aria-keyshortcuts="Control+Z Meta+Z" onClick={handleUndo}>
          {i18next.t("kernel:undo")}
        </Button>
      </Group>
    ),
  });
  shown.push({ id, undo: handleUndo });
}

export function showWord(message: string) {
  makeRoom();
  const id = notifications.show({
    message,
    autoClose: wordMs,
    closeButtonProps: { "aria-label": i18next.t("kernel:close") },
    onClose: () => forget(id),
  });
  shown.push({ id });
}

function forget(id: string) {
  const at = shown.findIndex((one) => one.id === id);
  if (at >= 0) shown.splice(at, 1);
}

/** The toast had the focus and goes: the keyboard goes on where it was before, unless something took it over. */
function goOn(before: Element | null) {
  const now = document.activeElement;
  if (now && now !== document.body && !now.closest("[role=alert]")) return;
  const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
  (there ? before : document.getElementById("page"))?.focus({ preventScroll: true });
}
