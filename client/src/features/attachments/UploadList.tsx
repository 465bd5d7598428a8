import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatBytes } from "../../kernel/text/dates";
import classes from "./Attachments.module.css";
import { FileIcon } from "./FileIcon";
import type { Upload } from "./useUploads";

interface UploadListProps {
  uploads: Upload[];
  onCancel: (id: string) => void;
  onAgain: (id: string) => void;
}

/** Files on their way, each with its progress and a way to stop it. */
export function UploadList({ uploads, onCancel, onAgain }: UploadListProps) {
  const { t } = useTranslation("attachments");
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t("uploading")}>
      {uploads.map((one) => (
        <li key={one.id} className={classes.file} data-refused={one.problem ? true : undefined}>
          <FileIcon name={one.name} type="" />
          <span className={classes.text}>
            <span className={classes.name}>{one.name}</span>
            {one.problem ? (
              <span className={classes.problem} role="alert">
                {one.problem}
              </span>
            ) : (
              <progress
                className={classes.progress}
                value={one.share}
                max={1}
                aria-label={t("sent", { name: one.name })}
              />
            )}
          </span>
          {one.problem && !one.final ? (
            <Button variant="subtle" size="compact-xs" onClick={() => onAgain(one.id)}>
              {t("again")}
            </Button>
          ) : (
            <span className={classes.size}>{formatBytes(one.size)}</span>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("cancel", { name: one.name })}
            onClick={() => onCancel(one.id)}
          >
            <IconX size={14} stroke={1.8} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
