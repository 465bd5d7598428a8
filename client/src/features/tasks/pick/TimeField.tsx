import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { readTime } from "../taskDates";

/** A time of the day, written as people do and always shown as 17:30; the browser's own field follows the system's clock instead. */
export function TimeField({ value, onChange }: { value: string | null; onChange: (time: string | null) => void }) {
  const { t } = useTranslation("tasks");
  const [text, setText] = useState(value ?? "");
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(value ?? ""), [value]);

  const handleDone = () => {
    const time = readTime(text);
    setWrong(time === undefined);
    if (time === undefined) return;
    setText(time ?? "");
    if (time !== value) onChange(time);
  };
  return (
    <TextInput
      size="xs"
      inputMode="numeric"
      aria-label={t("date.time")}
      placeholder="17:30"
      value={text}
      error={wrong && t("date.timeHint")}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && handleDone()}
      onBlur={handleDone}
    />
  );
}
