import { Textarea, TextInput, type TextInputProps } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface KeptFieldProps extends Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "error" | "ref"> {
  value: string;
  /** Several lines. */
  lines?: boolean;
  onKeep: (value: string) => void;
}

/** Keeps what is written when one leaves it or presses Enter. One that must not be empty says so and falls back. */
export function KeptField({ value, lines = false, required, onKeep, ...input }: KeptFieldProps) {
  const { t } = useTranslation("kernel");
  const [emptied, setEmptied] = useState(false);
  // Enter keeps it, and leaving the field would keep it once more.
  const kept = useRef<string>(undefined);
  const keep = (field: Field) => {
    const next = field.value.trim();
    if (next === value || next === kept.current) return;
    if (!required || next !== "") {
      kept.current = next;
      return onKeep(next);
    }
    field.value = value;
    setEmptied(true);
  };
  const props = {
    // What others change comes in.
    key: value,
    defaultValue: value,
    required,
    error: emptied ? t("notEmpty", { value }) : undefined,
    errorProps: { role: "alert" },
    onChange: () => {
      kept.current = undefined;
      setEmptied(false);
    },
    onBlur: (event: React.FocusEvent<Field>) => keep(event.currentTarget),
    onKeyDown: (event: React.KeyboardEvent<Field>) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      keep(event.currentTarget);
    },
  };
  const { key, ...rest } = props;
  return lines ? (
    <Textarea key={key} autosize minRows={2} {...(input as object)} {...rest} />
  ) : (
    <TextInput key={key} {...input} {...rest} />
  );
}
