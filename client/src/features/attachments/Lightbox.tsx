import { ActionIcon, Group, Modal, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDownload, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttachmentResponse } from "../../kernel/api/types";
import { formatBytes } from "../../kernel/text/dates";
import { useReturnFocus } from "../../kernel/ui";
import classes from "./Lightbox.module.css";

interface LightboxProps {
  pictures: AttachmentResponse[];
  opensAt: string;
  onClose: () => void;
}

/** A picture as large as the window; arrows lead to its neighbours. */
export function Lightbox({ pictures, opensAt, onClose }: LightboxProps) {
  const { t } = useTranslation("attachments");
  useReturnFocus();
  const [index, setIndex] = useState(
    Math.max(
      0,
      pictures.findIndex((one) => one.id === opensAt),
    ),
  );
  const picture = pictures[index];
  const go = (by: number) => setIndex((old) => (old + by + pictures.length) % pictures.length);
  const handleKey = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowLeft") go(-1);
    if (event.key === "ArrowRight") go(1);
  };
  if (!picture) return null;
  return (
    <Modal.Root opened onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content className={classes.box} aria-label={picture.name} onKeyDown={handleKey}>
        <Group className={classes.bar} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {picture.name} <span className={classes.size}>{formatBytes(picture.size)}</span>
          </Text>
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              component="a"
              href={picture.url}
              download={picture.name}
              className={classes.button}
              aria-label={t("download", { name: picture.name })}
            >
              <IconDownload size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon className={classes.button} aria-label={t("close")} onClick={onClose} data-autofocus>
              <IconX size={18} stroke={1.6} />
            </ActionIcon>
          </Group>
        </Group>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the button close it too */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the ground around the picture closes, as everywhere */}
        <div className={classes.stage} onClick={(event) => event.target === event.currentTarget && onClose()}>
          <img src={picture.url} alt={picture.name} className={classes.image} />
        </div>
        {pictures.length > 1 && (
          <>
            <ActionIcon
              className={`${classes.button} ${classes.before}`}
              size={44}
              aria-label={t("before")}
              onClick={() => go(-1)}
            >
              <IconChevronLeft size={24} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              className={`${classes.button} ${classes.after}`}
              size={44}
              aria-label={t("after")}
              onClick={() => go(1)}
            >
              <IconChevronRight size={24} stroke={1.6} />
            </ActionIcon>
          </>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
