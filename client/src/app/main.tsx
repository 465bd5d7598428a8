import "../kernel/ui/styles";
import "./changes";
import { createRoot } from "react-dom/client";
import { reloadOnNewShell } from "../kernel/live/reload";
import { keepShell } from "../kernel/live/shell";
import { openSession, watchOtherTabs } from "../kernel/session/session";
import { startText } from "../kernel/text/text";
import { App } from "./App";

const root = document.getElementById("root");
if (root && mayKeep()) {
  await Promise.all([startText(), openSession()]);
  createRoot(root).render(<App />);
  void import("../kernel/ui/laterStyles");
  reloadOnNewShell();
  watchOtherTabs();
  const later = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 1000));
  if (import.meta.env.PROD) later(() => void keepShell());
} else if (root) {
  await startText();
  const { Blocked } = await import("./Blocked");
  createRoot(root).render(<Blocked />);
}

/** A browser that blocks site data throws at the first touch; cookies are blocked with it, so nobody could sign in. */
function mayKeep(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}
