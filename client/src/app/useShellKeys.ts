import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { toFocus } from "./toFocus";

export interface ShellKeys {
  onGo: () => void;
  onHelp: () => void;
  onSidebar: () => void;
}

const pairMs = 1200;

/** The keys that work on every page; those of one screen belong to the screen. */
export function useShellKeys({ onGo, onHelp, onSidebar }: ShellKeys) {
  const navigate = useNavigate();
  const pressedG = useRef(0);
  const afterG = (go: () => void) => () => {
    if (Date.now() - pressedG.current >= pairMs) return;
    // The next key is the page's own again.
    pressedG.current = 0;
    go();
  };
  useHotkeys([["mod+K", onGo]], []);
  useHotkeys([
    ["shift+?", onHelp],
    ["?", onHelp],
    ["[", onSidebar],
    ["G", () => (pressedG.current = Date.now()), { preventDefault: false }],
    ["I", afterG(() => void navigate({ to: "/inbox" })), { preventDefault: false }],
    ["T", afterG(() => void navigate({ to: "/tasks" })), { preventDefault: false }],
    ["F", afterG(() => void navigate({ to: ".", search: toFocus as never })), { preventDefault: false }],
    ["S", afterG(() => void navigate({ to: "/spaces" })), { preventDefault: false }],
  ]);
}
