import { type RefObject, useEffect, useRef } from "react";
import { focusSoon } from "../../../kernel/ui";

export type ItemKey = "e" | "t" | "d" | "s" | "x" | "a" | "u" | "l";

const keys = new Set<string>(["e", "t", "d", "s", "x", "a", "u", "l"] satisfies ItemKey[]);
const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The inbox by keyboard: j and k walk, Enter opens, letters do. */
export function useInboxKeys(
  page: RefObject<HTMLElement | null>,
  onKey: (key: ItemKey, itemId: string, at: DOMRect) => void,
) {
  const act = useRef(onKey);
  act.current = onKey;
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (!page.current || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isFree(event.target, page.current)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const item = document.activeElement?.closest<HTMLElement>("[data-item]");
      const step = steps[key];
      if (step && (item || event.key.length === 1)) {
        event.preventDefault();
        walk(page.current, item, step);
      } else if (item?.dataset.item && keys.has(key)) {
        event.preventDefault();
        act.current(key as ItemKey, item.dataset.item, item.getBoundingClientRect());
      }
    };
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, [page]);
}

/** When an item has gone the hands are at the one that takes its place. */
export function focusNext(page: HTMLElement | null, itemId: string) {
  const all = itemsOf(page);
  const at = all.findIndex((one) => one.dataset.item === itemId);
  const next = (all[at + 1] ?? all[at - 1])?.dataset.item;
  focusSoon(() => (next ? first(page?.querySelector(`[data-item="${next}"]`)) : page));
}

function walk(page: HTMLElement, item: HTMLElement | null | undefined, step: number) {
  const all = itemsOf(page);
  const next = item ? all[all.indexOf(item) + step] : all[0];
  first(next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const itemsOf = (page: HTMLElement | null) => [...(page?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];

const first = (item: Element | null | undefined) => item?.querySelector<HTMLElement>("a, button");

/** Keys belong to the inbox while nothing else has them: a field, a menu, the drawer. */
function isFree(target: EventTarget | null, page: HTMLElement): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return false;
  if (document.querySelector("[role=dialog], [role=menu]")) return false;
  return target === document.body || target.id === "page" || page.contains(target);
}
