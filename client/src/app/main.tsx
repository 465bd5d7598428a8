import "../kernel/ui/styles";
import "./changes";
import { createRoot } from "react-dom/client";
import { reloadOnNewShell } from "../kernel/live/reload";
import { keepShell } from "../kernel/live/shell";
import { openSession } from "../kernel/session/session";
import { startText } from "../kernel/text/text";
import { App } from "./App";

const root = document.getElementById("root");
if (root) {
  await Promise.all([startText(), openSession()]);
  createRoot(root).render(<App />);
  void import("../kernel/ui/laterStyles");
  reloadOnNewShell();
  const later = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 1000));
  if (import.meta.env.PROD) later(() => void keepShell());
}
