import type { NavigateOptions } from "@tanstack/react-router";
import { everyBegins, wordsOf } from "../kernel/text/wordSearch";

export interface Command {
  id: string;
  label: string;
  description?: string;
  /** Where it leads, or what it does. */
  to?: NavigateOptions;
  act?: () => void;
}

/** Those whose words begin with what is typed, in any order; "wsp" finds nothing, "spa ne" finds "New space". */
export function fitting<C extends Pick<Command, "label" | "description">>(commands: C[], text: string): C[] {
  const typed = wordsOf(text);
  return commands.filter(({ label, description }) => everyBegins(typed, wordsOf(`${label} ${description ?? ""}`)));
}
