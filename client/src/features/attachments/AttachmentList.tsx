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
  /** Which of them; without it all. */
  mayRemove?: (attachment: AttachmentResponse) => boolean;
  /** Small squares, as in a composer. */
  small?: boolean;
}

/** Pictures as pictures, everything else as a line with its name, type and size. */
export function AttachmentList({ attachments, onRemove, mayRemove, small = false }: AttachmentListProps) {
  const { t } = useTranslation("attachments");
  const [opened, setOpened] = useState<string>();
  if (attachments.length === 0) return null;
  const pictures = attachments.filter((one) => one.preview);
  const files = attachments.filter((one) => !one.preview);
  const removalOf = (one: AttachmentResponse) => (mayRemove && !mayRemove(one) ? undefined : onRemove);
  return (
    <div className={classes.attachments}>
      {pictures.length > 0 && (
        <ul className={classes.pictures} aria-label={t("pictures")}>
          {pictures.map((one) => (
            <li key={one.id} className={classes.pictureItem}>
              <Picture attachment={one} small={small} onOpen={() => setOpened(one.id)} />
              <Remove attachment={one} onRemove={removalOf(one)} onPicture />
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
              <Remove attachment={one} onRemove={removalOf(one)} />
              {!removalOf(one) && <IconDownload size={16} stroke={1.6} className={classes.download} aria-hidden />}
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
  onRemove: ((attachment: AttachmentResponse) => void) | undefined;
  onPicture?: boolean;
}

function Remove({ attachment, onRemove, onPicture = false }: RemoveProps) {
  const { t } = useTranslation("attachments");
  if (!onRemove) return null;
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
