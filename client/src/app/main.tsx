import "../kernel/ui/styles";
import "./changes";
import { createRoot } from "react-dom/client";
import { reloadOnNewShell } from "../kernel/live/reload";
import { openSession, watchOtherTabs } from "../kernel/session/session";
import { bringWords, startText } from "../kernel/text/text";
import { App } from "./App";
import { watchFirstScreen, whenIdle } from "./whenIdle";

const root = document.getElementById("root");
if (root && mayKeep()) {
  await Promise.all([startText(), openSession()]);
  watchFirstScreen();
  createRoot(root).render(<App />);
  void import("../kernel/ui/laterStyles");
  reloadOnNewShell();
  watchOtherTabs();
  void whenIdle().then(bringWords);
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
