import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

/** Picks files from the device. */
export function AttachButton({ onFiles, size = 30 }: { onFiles: (files: File[]) => void; size?: number }) {
  const { t } = useTranslation("attachments");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={t("attach")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={size}
          aria-label={t("attach")}
          onClick={() => input.current?.click()}
        >
          <IconPaperclip size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("attach")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
