import { useLocalStorage } from "@mantine/hooks";

/** Whether Enter alone sends a message, on this device. Ctrl+Enter always does. */
export const useSendKey = () =>
  useLocalStorage({
    key: "baton.sendsByEnter",
    defaultValue: false,
    getInitialValueInEffect: false,
    serialize: (byEnter) => (byEnter ? "yes" : "no"),
    deserialize: (kept) => kept === "yes",
  });
