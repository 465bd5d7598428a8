import { useMemo, useState } from "react";
import { type Card, steadyColumns } from "./cards";
import { type BoardSearch, isFiltered, matcher } from "./filter";

/** The columns as the filter lets them through. */
export function useShown(columns: Map<string, Card[]>, search: BoardSearch, zone: string): Map<string, Card[]> {
  const [steady] = useState(steadyColumns);
  return useMemo(() => {
    if (!isFiltered(search)) return columns;
    const matches = matcher(search, zone);
    return steady(new Map([...columns].map(([id, cards]) => [id, cards.filter(matches)])));
  }, [columns, search, zone, steady]);
}
