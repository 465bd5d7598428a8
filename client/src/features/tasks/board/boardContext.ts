import { createContext, useContext } from "react";
import type { LabelRow, PersonRow, SpaceRow } from "../../../kernel/replica";
import type { Card } from "./cards";

/** What is opened on a card: its menu, or one of the things that can be picked for it. */
export type Opening = "menu" | "move" | "assign" | "labels" | "priority" | "due";

export interface BoardHands {
  space: SpaceRow;
  labels: Map<string, LabelRow>;
  /** Everybody with a name, members or not. */
  known: Map<string, PersonRow>;
  zone: string;
  mayMove: (card: Card) => boolean;
  mayWrite: boolean;
  mayCreate: boolean;
  mayShapeLists: boolean;
  onOpen: (cardId: string) => void;
  onRename: (cardId: string, title: string | null) => void;
  onMenu: (opening: Opening, cardId: string, at: DOMRect) => void;
}

const Context = createContext<BoardHands | null>(null);

export const BoardProvider = Context.Provider;

/** What every card and column of a board shares. */
export function useHands(): BoardHands {
  const hands = useContext(Context);
  if (!hands) throw new Error("This stands on a board.");
  return hands;
}
