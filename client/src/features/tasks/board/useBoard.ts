import { useMemo, useState } from "react";
import { type LabelRow, type ListRow, type PersonRow, type SpaceRow, useRows } from "../../../kernel/replica";
import { byOrder } from "../order";
import { type Card, cardOf, isOnBoard, steadyCards, steadyColumns } from "./cards";

export interface BoardRows {
  space: SpaceRow;
  lists: ListRow[];
  cards: Card[];
  labels: Map<string, LabelRow>;
  people: Map<string, PersonRow>;
}

/** What the board of one space is painted from; one index query per table, and undefined until all are there. */
export function useBoard(spaceId: string): BoardRows | undefined {
  const [steady] = useState(steadyCards);
  const found = useRows(
    async (db) => ({ space: await db.spaces.get(spaceId), lists: await db.lists.where({ spaceId }).toArray() }),
    [spaceId],
  );
  const cards = useRows(
    async (db) => steady((await db.tasks.where({ spaceId }).toArray()).filter(isOnBoard).map(cardOf)),
    [spaceId],
  );
  const labels = useLabels(spaceId);
  const people = usePeople(spaceId);
  return useMemo(() => {
    if (!found?.space || !cards || !labels || !people) return undefined;
    const lists = found.lists.filter((list) => !list.archivedAt).sort(byOrder);
    return { space: found.space, lists, cards, labels, people };
  }, [found, cards, labels, people]);
}

export const useLabels = (spaceId: string) =>
  useRows(
    async (db) => new Map((await db.labels.where({ spaceId }).sortBy("name")).map((label) => [label.id, label])),
    [spaceId],
  );

/** The members of a space by id. */
export const usePeople = (spaceId: string) =>
  useRows(
    async (db) => {
      const members = await db.members.where({ spaceId }).toArray();
      const people = await db.people.bulkGet(members.map((one) => one.personId));
      const known = people.flatMap((person) => (person ? [person] : []));
      return new Map(known.sort((a, b) => a.name.localeCompare(b.name)).map((person) => [person.id, person]));
    },
    [spaceId],
  );

/** Where a card has been put on this screen, shown at once while the replica takes it in. */
export type Moves = ReadonlyMap<string, { listId: string; orderKey: string }>;

export function useColumns(board: BoardRows | undefined, moves: Moves): Map<string, Card[]> {
  const [steady] = useState(steadyColumns);
  return useMemo(() => {
    const columns = new Map<string, Card[]>((board?.lists ?? []).map((list) => [list.id, []]));
    for (const card of board?.cards ?? []) {
      const moved = moves.get(card.id);
      columns.get(moved?.listId ?? card.listId)?.push(moved ? { ...card, ...moved } : card);
    }
    for (const cards of columns.values()) cards.sort(byOrder);
    return steady(columns);
  }, [board, moves, steady]);
}
