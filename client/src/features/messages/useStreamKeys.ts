import type { KeyboardEvent, RefObject } from "react";
import type { MessageRow } from "../../kernel/replica";
import { callToWrite } from "./callToWrite";
import type { Opened } from "./MessageItem";
import type { MessageActs } from "./useMessageActs";

interface Keys {
  content: RefObject<HTMLElement | null>;
  rows: MessageRow[] | undefined;
  acts: MessageActs;
  onOpened: (message: MessageRow, what: Opened) => void;
  onThread?: (message: MessageRow) => void;
  onReach: (messageId: string) => void;
}

/** Arrows go through the messages; on one of them r quotes, t replies, e edits, + reacts, c copies its link. */
export function useStreamKeys({ content, rows, acts, onOpened, onThread, onReach }: Keys) {
  const go = (event: KeyboardEvent, to: (all: HTMLElement[], at: number) => HTMLElement | undefined) => {
    const all = [...(content.current?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];
    const row = to(all, all.indexOf(event.target as HTMLElement));
    if (!row) return;
    event.preventDefault();
    onReach(row.dataset.message ?? "");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.dataset.message) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const message = rows?.find((row) => row.id === target.dataset.message);
    if (event.key === "ArrowUp") return go(event, (all, at) => all[at - 1]);
    if (event.key === "ArrowDown") return go(event, (all, at) => all[at + 1]);
    if (event.key === "Home") return go(event, (all) => all[0]);
    if (event.key === "End") return go(event, (all) => all.at(-1));
    if (!message || message.deletedAt || message.sync === "refused") return;
    const act = {
      r: () => acts.quote?.(message),
      t: () => {
        if (!onThread) return;
        callToWrite({ kind: "thread", id: message.id, spaceId: message.spaceId });
        onThread(message);
      },
      e: () => acts.mayEdit(message) && onOpened(message, "edit"),
      "+": () => acts.react && onOpened(message, "react"),
      c: () => acts.copyLink(message),
      delete: () => acts.mayDelete(message) && acts.remove(message),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
