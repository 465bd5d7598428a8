import { Anchor, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem";
import { useProblemWords, useSentences } from "../text/useProblemWords";
import classes from "./ProblemNote.module.css";

/** What happened, what to do, and a trace id to copy. Each sentence once. */
export function ProblemNote({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation("kernel");
  const wordsOf = useProblemWords();
  const say = useSentences();
  if (!error) return null;
  const problem = asProblem(error);
  const away = problem.code === "offline";
  const { title, errors } = problem.details;
  const lines = new Set(Object.values(errors ?? {}).flat());
  // The title of a bad request is the first of its sentences.
  lines.delete(title);
  return (
    <Stack role={away ? "status" : "alert"} className={away ? classes.away : classes.note} gap={4}>
      <Text size="sm">{away ? t(again ? "awayRead" : "offlineProblem") : wordsOf(problem.details)}</Text>
      {[...lines].map((line) => (
        <Text key={line} size="sm">
          {say(line)}
        </Text>
      ))}
      {again && (
        <Anchor component="button" type="button" size="sm" style={{ alignSelf: "flex-start" }} onClick={again}>
          {t("tryAgain")}
        </Anchor>
      )}
      {problem.status >= 500 && problem.details.traceId && (
        <Text size="xs" c="dimmed">
          {t("trace", { id: problem.details.traceId })}
        </Text>
      )}
    </Stack>
  );
}
