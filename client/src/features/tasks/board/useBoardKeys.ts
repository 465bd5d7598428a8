import { type RefObject, useEffect, useRef } from "react";
import type { ListRow } from "../../../kernel/replica";
import type { Opening } from "./boardContext";
import type { Card } from "./cards";

export interface BoardKeys {
  board: RefObject<HTMLElement | null>;
  lists: ListRow[];
  /** As shown. */
  columns: Map<string, Card[]>;
  onMove: (cardId: string, listId: string, index: number) => void;
  onNew: (listId: string | undefined) => void;
  onFilter: () => void;
  onRename: (cardId: string) => void;
  onMenu: (opening: Opening, cardId: string, at: DOMRect) => void;
  onArchive: (cardId: string) => void;
  onDelete: (cardId: string) => void;
}

const openings: Record<string, Opening> = { m: "move", a: "assign", l: "labels", p: "priority", d: "due", ".": "menu" };
const steps: Record<string, [across: number, down: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  k: [0, -1],
  j: [0, 1],
};

/** The board by keyboard: arrows walk, with Ctrl/Cmd and Shift they carry the card along, letters do. */
export function useBoardKeys(keys: BoardKeys) {
  const present = useRef(keys);
  present.current = keys;
  /** Follows a card that is carried into another column, where it is a new element. */
  const following = useRef<string | null>(null);

  useEffect(() => {
    const handle = (event: KeyboardEvent) => handleKey(event, present.current, following);
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, []);

  useEffect(() => {
    const id = following.current;
    if (!id) return;
    const link = linkOf(keys.board.current, id);
    if (link && document.activeElement !== link) focus(link);
    if (link && document.activeElement === link) following.current = null;
  });
}

function handleKey(event: KeyboardEvent, keys: BoardKeys, following: RefObject<string | null>) {
  const board = keys.board.current;
  if (!board || event.defaultPrevented || !isFree(event.target, board)) return;
  const place = placeOf(keys);
  const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const carry = (event.ctrlKey || event.metaKey) && event.shiftKey;
  if ((event.ctrlKey || event.metaKey || event.altKey) && !(carry && step)) return;

  if (step && (place || !event.key.startsWith("Arrow"))) {
    event.preventDefault();
    if (!carry) return walk(keys, place, step);
    const target = place && carried(keys, place, step);
    if (!place || !target) return;
    following.current = place.id;
    return keys.onMove(place.id, target.listId, target.index);
  }
  if (event.key === "n") return done(event, () => keys.onNew(place?.listId));
  if (event.key === "/") return done(event, keys.onFilter);
  if (!place) return;
  const opening = openings[event.key] ?? (event.key === "ContextMenu" ? "menu" : undefined);
  if (opening) {
    const at = place.element.getBoundingClientRect();
    return done(event, () => keys.onMenu(opening, place.id, at));
  }
  if (event.key === "e") return done(event, () => keys.onRename(place.id));
  if (event.key === "x" || event.key === "Delete") {
    return done(event, () => (event.key === "x" ? keys.onArchive : keys.onDelete)(place.id));
  }
}

interface PlaceOnBoard {
  id: string;
  listId: string;
  index: number;
  element: HTMLElement;
}

function placeOf({ board, columns }: BoardKeys): PlaceOnBoard | null {
  const element = document.activeElement?.closest<HTMLElement>("[data-card]");
  const id = element?.dataset.card;
  if (!element || !id || !board.current?.contains(element)) return null;
  for (const [listId, cards] of columns) {
    const index = cards.findIndex((card) => card.id === id);
    if (index >= 0) return { id, listId, index, element };
  }
  return null;
}

function walk({ board, lists, columns }: BoardKeys, place: PlaceOnBoard | null, [across, down]: [number, number]) {
  if (!place) {
    const first = lists.map((list) => columns.get(list.id)?.[0]).find((card) => card);
    return focus(linkOf(board.current, first?.id));
  }
  if (down !== 0) return focus(linkOf(board.current, columns.get(place.listId)?.[place.index + down]?.id));
  // Beside it, over empty lists.
  let at = lists.findIndex((list) => list.id === place.listId) + across;
  while (lists[at] && (columns.get(lists[at]?.id ?? "")?.length ?? 0) === 0) at += across;
  const cards = columns.get(lists[at]?.id ?? "") ?? [];
  return focus(linkOf(board.current, cards[Math.min(place.index, cards.length - 1)]?.id));
}

function carried({ lists, columns }: BoardKeys, place: PlaceOnBoard, [across, down]: [number, number]) {
  if (down !== 0) {
    const index = place.index + down;
    const last = (columns.get(place.listId)?.length ?? 1) - 1;
    return index < 0 || index > last ? null : { listId: place.listId, index };
  }
  const list = lists[lists.findIndex((one) => one.id === place.listId) + across];
  return list ? { listId: list.id, index: Math.min(place.index, columns.get(list.id)?.length ?? 0) } : null;
}

/** Keys belong to the board while nothing else has them: a field, a menu, the drawer. */
function isFree(target: EventTarget | null, board: HTMLElement): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return false;
  if (document.querySelector("[role=dialog], [role=menu]")) return false;
  return target === document.body || target.id === "page" || board.contains(target);
}

const linkOf = (board: HTMLElement | null, id: string | undefined) =>
  id === undefined ? null : board?.querySelector<HTMLElement>(`[data-card="${id}"] a`);

function focus(link: HTMLElement | null | undefined) {
  link?.focus();
  link?.closest("[data-card]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function done(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  act();
}
