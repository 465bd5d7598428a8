import { ActionIcon } from "@mantine/core";
import { IconDownload, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentResponse } from "../../kernel/api/types";
import { formatBytes } from "../../kernel/text/dates";
import classes from "./Attachments.module.css";
import { FileIcon, kindOf } from "./FileIcon";
import { Picture } from "./Picture";

const Lightbox = lazy(() => import("./Lightbox").then((file) => ({ default: file.Lightbox })));

export interface AttachmentListProps {
  attachments: AttachmentResponse[];
  /** Without it nothing can be taken off. */
  onRemove?: (attachment: AttachmentResponse) => void;
  /** Small squares, as in a composer. */
  small?: boolean;
}

/** Pictures as pictures, everything else as a line with its name, type and size. */
export function AttachmentList({ attachments, onRemove, small = false }: AttachmentListProps) {
  const { t } = useTranslation("attachments");
  const [opened, setOpened] = useState<string>();
  if (attachments.length === 0) return null;
  const pictures = attachments.filter((one) => one.preview);
  const files = attachments.filter((one) => !one.preview);
  return (
    <div className={classes.attachments}>
      {pictures.length > 0 && (
        <ul className={classes.pictures} aria-label={t("pictures")}>
          {pictures.map((one) => (
            <li key={one.id} className={classes.pictureItem}>
              <Picture attachment={one} small={small} onOpen={() => setOpened(one.id)} />
              {onRemove && <Remove attachment={one} onRemove={onRemove} onPicture />}
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={classes.files} aria-label={t("files")}>
          {files.map((one) => (
            <li key={one.id} className={classes.file}>
              <FileIcon type={one.type} name={one.name} />
              <a className={classes.text} href={one.url} download={one.name}>
                <span className={classes.name}>{one.name}</span>
                <span className={classes.size}>
                  {kindOf(one)} · {formatBytes(one.size)}
                </span>
              </a>
              {onRemove ? (
                <Remove attachment={one} onRemove={onRemove} />
              ) : (
                <IconDownload size={16} stroke={1.6} className={classes.download} aria-hidden />
              )}
            </li>
          ))}
        </ul>
      )}
      {opened && (
        <Suspense>
          <Lightbox pictures={pictures} opensAt={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

interface RemoveProps {
  attachment: AttachmentResponse;
  onRemove: (attachment: AttachmentResponse) => void;
  onPicture?: boolean;
}

function Remove({ attachment, onRemove, onPicture = false }: RemoveProps) {
  const { t } = useTranslation("attachments");
  return (
    <ActionIcon
      variant={onPicture ? "default" : "subtle"}
      color="gray"
      size="sm"
      className={onPicture ? classes.removePicture : undefined}
      aria-label={t("remove", { name: attachment.name })}
      onClick={() => onRemove(attachment)}
    >
      <IconX size={14} stroke={1.8} />
    </ActionIcon>
  );
}
