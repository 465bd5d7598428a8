import { Button, Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type OutboxEntry, retry, useReplica, type WrittenField, wordsIn } from "../replica";
import { useProblemWords, useSentences } from "../text/useProblemWords";
import classes from "./PendingMark.module.css";
import { useDiscard } from "./useDiscard";

const EditRefused = lazy(() => import("./EditRefused").then((file) => ({ default: file.EditRefused })));

interface RefusalProps {
  entry: OutboxEntry;
  /** Opens what was refused for editing where it stands; without it one edits here. */
  onEdit?: () => void;
}

/** One write that was not taken: why, what was written, and what can be done with it. */
export function Refusal({ entry, onEdit }: RefusalProps) {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  const wordsOf = useProblemWords();
  const say = useSentences();
  const discard = useDiscard();
  const [editing, setEditing] = useState(false);
  // A number alone says nothing.
  const words = Object.entries(wordsIn(entry.body)).map(([field, value]) =>
    typeof value === "number" ? `${t(`field.${field as WrittenField}`)}: ${value}` : value,
  );
  const mayEdit = onEdit !== undefined || words.length > 0;
  const { title, errors } = entry.problem ?? {};
  const lines = Object.values(errors ?? {}).flat();
  const reasons = [entry.problem && wordsOf(entry.problem), ...lines.filter((line) => line !== title).map(say)];

  return (
    <Stack gap="xs">
      <Text size="sm" className={classes.reason}>
        {reasons.filter(Boolean).join(" ")}
      </Text>
      {editing ? (
        <Suspense>
          <EditRefused entry={entry} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {!onEdit && words.length > 0 && <blockquote className={classes.words}>{words.join("\n")}</blockquote>}
          <Group gap="xs">
            {mayEdit && (
              <Button size="compact-sm" variant="light" onClick={onEdit ?? (() => setEditing(true))}>
                {t("edit")}
              </Button>
            )}
            {!onEdit && (
              <Button
                size="compact-sm"
                variant={mayEdit ? "default" : "light"}
                onClick={() => void retry(db, entry.seq)}
              >
                {t("tryAgain")}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => void discard(entry)}>
              {t("discard")}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
