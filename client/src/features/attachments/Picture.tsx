import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AttachmentResponse } from "../../kernel/api/types";
import classes from "./Attachments.module.css";

const [widest, highest, smallSide] = [400, 280, 72];

interface PictureProps {
  attachment: AttachmentResponse;
  small: boolean;
  onOpen: () => void;
}

/** Takes its room before it is loaded, so that nothing jumps. */
export function Picture({ attachment, small, onOpen }: PictureProps) {
  const { t } = useTranslation("attachments");
  const { width, height } = small ? { width: smallSide, height: smallSide } : fitted(attachment);
  return (
    <UnstyledButton
      className={classes.picture}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      aria-label={t("open", { name: attachment.name })}
      title={attachment.name}
      onClick={onOpen}
    >
      <img
        src={attachment.preview ?? attachment.url}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </UnstyledButton>
  );
}

/** The size at which a picture stands in a text: never enlarged, never taller than a few lines can bear. */
export function fitted({ width, height }: Pick<AttachmentResponse, "width" | "height">) {
  if (!width || !height) return { width: 240, height: 160 };
  const scale = Math.min(1, widest / width, highest / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}
