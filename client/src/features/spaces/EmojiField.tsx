import { ActionIcon, Input } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmojiButton } from "../messages/EmojiButton";
import classes from "./EmojiField.module.css";

export interface EmojiFieldProps {
  /** One emoji, or "" for none. */
  value: string;
  onChange: (emoji: string) => void;
}

/** The one emoji before a space's name: chosen among all, or taken off. */
export function EmojiField({ value, onChange }: EmojiFieldProps) {
  const { t } = useTranslation("spaces");
  return (
    <div>
      <Input.Label component="span">{t("emoji.label")}</Input.Label>
      <div className={classes.field}>
        <EmojiButton
          label={value ? t("emoji.change", { emoji: value }) : t("emoji.choose")}
          onPick={onChange}
          size={36}
        >
          {value && (
            <span aria-hidden className={classes.chosen}>
              {value}
            </span>
          )}
        </EmojiButton>
        {value && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("emoji.none")}
            data-hint={t("emoji.none")}
            onClick={() => onChange("")}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}
