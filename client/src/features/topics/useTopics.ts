import { useCallback, useEffect, useState } from "react";
import { read } from "../../kernel/api/call";
import { asProblem, type Problem } from "../../kernel/api/problem";
import type { Page, TopicResponse } from "../../kernel/api/types";
import { readMissing, type TopicRow, useReplica, useRows } from "../../kernel/replica";
import { everyBegins, wordsOf } from "../../kernel/text/wordSearch";

export type TopicState = "open" | "closed" | "all";

export interface TopicFilter {
  state: TopicState;
  text: string;
}

const shownAtFirst = 60;
/** A snapshot brings so many topics; only a space that has more needs the server for the rest. */
const inSnapshot = 500;

/** Topics of a space by their latest message: those of this device at once, older ones when they are asked for. */
export function useTopics(spaceId: string, { state, text }: TopicFilter) {
  const db = useReplica();
  const [shown, setShown] = useState(shownAtFirst);
  const [reach, setReach] = useState<{ of: string; next: string | null | undefined }>();
  const [problem, setProblem] = useState<Problem>();
  const typed = wordsOf(text);
  const wanted = typed.join(" ");
  const key = `${spaceId} ${state} ${wanted}`;
  const next = reach?.of === key ? reach.next : undefined;

  const found = useRows(
    async (db) => {
      const all = db.topics.where("[spaceId+lastMessageAt]").between([spaceId, ""], [spaceId, "\uffff"]);
      const total = await all.count();
      const rows = await all
        .reverse()
        .and((topic) => fits(topic, state, typed))
        .limit(shown + 1)
        .toArray();
      return { rows, total };
    },
    [spaceId, state, wanted, shown],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter starts at its top
  useEffect(() => setShown(shownAtFirst), [key]);

  const onServer = (found?.total ?? 0) >= inSnapshot && next !== null;
  const showMore = useCallback(async () => {
    if (found && found.rows.length > shown) return setShown(shown + shownAtFirst);
    if (!onServer) return;
    try {
      const query = new URLSearchParams({
        limit: "100",
        ...(state === "all" ? {} : { state }),
        ...(wanted ? { text: wanted } : {}),
      });
      if (next) query.set("cursor", next);
      const page = await readMissing(
        db,
        "topics",
        () => read<Page<TopicResponse>>(`/spaces/${spaceId}/topics?${query}`),
        ({ items }) => items,
      );
      setReach({ of: key, next: page.next });
      setProblem(undefined);
      setShown(shown + page.items.length);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, [db, found, shown, onServer, next, spaceId, state, wanted, key]);

  return {
    topics: found?.rows.slice(0, shown),
    total: found?.total,
    more: (found?.rows.length ?? 0) > shown || onServer,
    showMore,
    problem,
  };
}

function fits(topic: TopicRow, state: TopicState, typed: string[]): boolean {
  if (state !== "all" && (topic.closure !== null) !== (state === "closed")) return false;
  return everyBegins(typed, topic.words ?? []);
}
