import { IconClock } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { TableName } from "../replica";
import classes from "./PendingMark.module.css";

const RefusedMark = lazy(() => import("./RefusedMark").then((file) => ({ default: file.RefusedMark })));

export interface PendingMarkProps {
  table: TableName;
  row: { id: string; sync?: "pending" | "refused" };
  /** Opens what was refused for editing; without it there is "try again". */
  onEdit?: () => void;
}

/** Says of a row that it is not sent yet, or that it was refused, why, and what can be done. */
export function PendingMark({ table, row, onEdit }: PendingMarkProps) {
  const { t } = useTranslation("kernel");
  if (row.sync === "refused") {
    return (
      <Suspense>
        <RefusedMark table={table} row={row} onEdit={onEdit} />
      </Suspense>
    );
  }
  if (row.sync !== "pending") return null;
  return (
    <span role="img" aria-label={t("pending")} data-hint={t("pending")} className={classes.pending}>
      <IconClock size={14} stroke={1.6} />
    </span>
  );
}
