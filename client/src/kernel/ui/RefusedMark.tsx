import { Popover, Stack, UnstyledButton } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRefusals } from "../replica";
import type { PendingMarkProps } from "./PendingMark";
import classes from "./PendingMark.module.css";
import { Refusal } from "./Refusal";

/** Why a write was not taken, and what can be done. Loaded when the first one is refused. */
export function RefusedMark({ table, row, onEdit }: PendingMarkProps) {
  const { t } = useTranslation("kernel");
  const refused = useRefusals(table, row.id);
  return (
    <Popover width={300} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.refused}>
          <IconAlertCircle size={14} stroke={1.8} /> {t("refused")}
        </UnstyledButton>
      </Popover.Target>
      {/* What is typed here is no key of the board or the drawer around it. */}
      <Popover.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        <Stack gap="md">
          {refused.map((entry) => (
            <Refusal key={entry.id} entry={entry} onEdit={onEdit} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
