import { type RefObject, useEffect, useRef } from "react";
import { focusSoon } from "../../../kernel/ui";

export const cardOf = (cardId: string) => document.querySelector<HTMLElement>(`[data-card="${cardId}"] a`);
const listAt = (listId: string) => document.querySelector<HTMLElement>(`[data-list="${listId}"]`);

/** As soon as the card is drawn: after an undo, say. */
export const focusCard = (cardId: string) => focusSoon(() => cardOf(cardId));

export const focusList = (listId: string) => focusSoon(() => listAt(listId));

/** Where one adds to a list; the list itself for who may not. */
export const focusAdding = (listId: string) =>
  focusSoon(() => listAt(listId)?.querySelector<HTMLElement>("[data-add]") ?? listAt(listId));

/** After a menu or a rename the hand is back on the card, wherever that stands by then. */
export function refocus(area: HTMLElement | null, cardId: string, orElse?: () => void) {
  requestAnimationFrame(() => {
    const free =
      document.activeElement === document.body ||
      document.activeElement?.closest("[data-card], [role=menu], #page:focus");
    if (free) area?.querySelector<HTMLElement>(`[data-card="${cardId}"] a`)?.focus();
    orElse?.();
  });
}

interface Spot {
  cardId: string;
  listId: string;
  index: number;
}

/**
 * When the card with the focus goes (deleted, archived, filtered out, by me or by somebody else), the focus goes on to what
 * stands in its place, and in an empty list to where one adds. Asked after each drawing of the board; also returns the way to ask.
 */
export function useKeptFocus(area: RefObject<HTMLElement | null>): () => void {
  const spot = useRef<Spot | null>(null);
  const keep = () => {
    const { current } = spot;
    const lost = !document.activeElement || document.activeElement === document.body;
    if (!current || !lost || cardOf(current.cardId)) return;
    const cards = listAt(current.listId)?.querySelectorAll<HTMLElement>("[data-card] a") ?? [];
    const beside = cards[Math.min(current.index, cards.length - 1)];
    if (beside) beside.focus();
    else focusAdding(current.listId);
  };

  useEffect(() => {
    const handleFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest("[role=menu], [role=dialog]")) return;
      const card = area.current?.contains(target) ? target.closest<HTMLElement>("[data-card]") : null;
      spot.current = card && spotOf(card);
    };
    // A press on nothing lets go of the card.
    const handlePress = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest("[data-card], [role=menu], [role=dialog]")) spot.current = null;
    };
    document.addEventListener("focusin", handleFocus);
    document.addEventListener("pointerdown", handlePress);
    return () => {
      document.removeEventListener("focusin", handleFocus);
      document.removeEventListener("pointerdown", handlePress);
    };
  }, [area]);
  useEffect(keep);
  return keep;
}

function spotOf(card: HTMLElement): Spot {
  const list = card.closest<HTMLElement>("[data-list]");
  const cards = [...(list?.querySelectorAll("[data-card]") ?? [])];
  return { cardId: card.dataset.card ?? "", listId: list?.dataset.list ?? "", index: cards.indexOf(card) };
}
