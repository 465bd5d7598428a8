import { Button, Group, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { retry, useRefusals, useReplica } from "../replica";
import { useProblemWords } from "../text/useProblemWords";
import type { PendingMarkProps } from "./PendingMark";
import classes from "./PendingMark.module.css";
import { useDiscard } from "./useDiscard";

/** Why a write was not taken, and what can be done. Loaded when the first one is refused. */
export function RefusedMark({ table, row, onEdit }: PendingMarkProps) {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  const wordsOf = useProblemWords();
  const refused = useRefusals(table, row.id);
  const handleRetry = () => refused.forEach((entry) => void retry(db, entry.seq));
  const discard = useDiscard();
  const handleDiscard = () => void discard(refused);
  return (
    <Popover width={280} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.refused}>
          <IconAlertCircle size={14} stroke={1.8} /> {t("refused")}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {refused.map((entry) => (
            <Text key={entry.id} size="sm">
              {entry.problem && wordsOf(entry.problem)}
              {Object.values(entry.problem?.errors ?? {})
                .flat()
                .map((line) => ` ${line}`)}
            </Text>
          ))}
          <Group gap="xs">
            <Button size="compact-sm" variant="light" onClick={onEdit ?? handleRetry}>
              {onEdit ? t("edit") : t("tryAgain")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={handleDiscard}>
              {t("discard")}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
