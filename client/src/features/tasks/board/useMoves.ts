import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReplica, useSubmit } from "../../../kernel/replica";
import { moveTask } from "../moveTask";
import { keyAt } from "../order";
import { type BoardRows, type Moves, useColumns } from "./useBoard";

/** The columns, and the one way to move a card within them: painted first, then written. */
export function useMoves(board: BoardRows | undefined, announce: (text: string) => void) {
  const { t } = useTranslation("tasks");
  const db = useReplica();
  const submit = useSubmit();
  const [moves, setMoves] = useState<Moves>(new Map());
  const columns = useColumns(board, moves);
  const present = useRef({ board, columns });
  present.current = { board, columns };

  useEffect(() => {
    const arrived = (board?.cards ?? []).filter((card) => {
      const move = moves.get(card.id);
      return move && move.listId === card.listId && move.orderKey === card.orderKey;
    });
    if (arrived.length > 0) setMoves((old) => omit(old, ...arrived.map((card) => card.id)));
  }, [board, moves]);

  /** Puts a card at `index` of a list's shown cards, which are counted without the card itself. */
  const move = useCallback(
    async (cardId: string, listId: string, index: number) => {
      const { board, columns } = present.current;
      const list = board?.lists.find((one) => one.id === listId);
      const others = (columns.get(listId) ?? []).filter((card) => card.id !== cardId);
      if (!list) return;
      const at = Math.max(0, Math.min(index, others.length));
      const orderKey = keyAt(others, at);
      setMoves((old) => new Map(old).set(cardId, { listId, orderKey }));
      announce(t("moved", { list: list.name, place: at + 1, count: others.length + 1 }));
      try {
        const task = await db.tasks.get(cardId);
        if (task) await submit(moveTask(task, list, orderKey));
      } catch (error) {
        setMoves((old) => omit(old, cardId));
        throw error;
      }
    },
    [db, submit, announce, t],
  );

  return { columns, move };
}

function omit(moves: Moves, ...ids: string[]): Moves {
  return new Map([...moves].filter(([id]) => !ids.includes(id)));
}
