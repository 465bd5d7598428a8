import { Button, Group, Popover, Stack, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconAlertCircle, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { discard, retry, type TableName, useRefusals, useReplica } from "../replica";
import classes from "./PendingMark.module.css";

export interface PendingMarkProps {
  table: TableName;
  row: { id: string; sync?: "pending" | "refused" };
  /** Opens what was refused for editing; without it there is "try again". */
  onEdit?: () => void;
}

/** Says of a row that it is not sent yet, or that it was refused, why, and what can be done. */
export function PendingMark({ table, row, onEdit }: PendingMarkProps) {
  const { t } = useTranslation("kernel");
  if (row.sync === "refused") return <Refused table={table} row={row} onEdit={onEdit} />;
  if (row.sync !== "pending") return null;
  return (
    <Tooltip label={t("pending")}>
      <span role="img" aria-label={t("pending")} className={classes.pending}>
        <IconClock size={14} stroke={1.6} />
      </span>
    </Tooltip>
  );
}

function Refused({ table, row, onEdit }: PendingMarkProps) {
  const { t } = useTranslation("kernel");
  const db = useReplica();
  const refused = useRefusals(table, row.id);
  const handleRetry = () => refused.forEach((entry) => void retry(db, entry.seq));
  const handleDiscard = () => refused.forEach((entry) => void discard(db, entry.seq));
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
              {entry.problem?.title}
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
