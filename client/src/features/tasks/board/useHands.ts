import { useMemo } from "react";
import { type PersonRow, useMe } from "../../../kernel/replica";
import { type TaskRights, taskRights } from "../taskRights";
import type { BoardHands } from "./boardContext";
import { idsIn } from "./cards";
import type { useBoard } from "./useBoard";

interface HandsOptions extends Pick<BoardHands, "onOpen" | "onRename" | "onMenu"> {
  known: Map<string, PersonRow> | undefined;
  rights: TaskRights;
}

/** What each card of the board reads. Not the board itself: its cards change with every move, and all would be drawn again. */
export function useHands(
  board: ReturnType<typeof useBoard>,
  { known, rights, onOpen, onRename, onMenu }: HandsOptions,
): BoardHands | null {
  const { id: meId, person } = useMe();
  const { zone } = person;
  const { space, labels } = board ?? {};
  return useMemo(
    () =>
      space && labels && known
        ? {
            space,
            labels,
            known,
            zone,
            mayMove: (card) => taskRights(space, idsIn(card.assignees), meId).move,
            mayWrite: rights.edit,
            mayCreate: rights.create,
            mayShapeLists: space.can.includes("list.manage"),
            onOpen,
            onRename,
            onMenu,
          }
        : null,
    [space, labels, known, zone, meId, rights, onOpen, onRename, onMenu],
  );
}
