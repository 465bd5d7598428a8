import { useLocalStorage } from "@mantine/hooks";

const useOnDevice = (key: string) =>
  useLocalStorage({
    key,
    defaultValue: false,
    getInitialValueInEffect: false,
    serialize: (wanted) => (wanted ? "yes" : "no"),
    deserialize: (kept) => kept === "yes",
  });

/** Whether the app's icon shows how much waits, on this device. Off at first: the number would stay there after work. */
export const useWantsBadge = () => useOnDevice("baton.badge");

/** Whether a batch with asks makes a soft sound on this device. */
export const useWantsSound = () => useOnDevice("baton.sound");

/** Milliseconds; what came longer ago was not brought at this moment: the device was asleep, or away. */
const presentMs = 60_000;

/** Whether a batch that the gate let through at that moment is just coming. */
export const isComing = (broughtAt: string | undefined, now: number) =>
  broughtAt !== undefined && Math.abs(now - Date.parse(broughtAt)) <= presentMs;

/**
 * Whether the number on the icon may change to that. Less is mine, or came through the gate; more is either just brought, or
 * seen by its owner here: a device that wakes at night and hears of the afternoon leaves its icon as it was.
 */
export const mayShow = (waiting: number, shown: number | undefined, seen: boolean, coming: boolean) =>
  seen || coming || (shown !== undefined && waiting <= shown);
