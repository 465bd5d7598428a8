import { Button, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface ComposerProps {
  label: string;
  onSend: (body: string) => void;
}

export function Composer({ label, onSend }: ComposerProps) {
  const { t } = useTranslation("messages");
  const [body, setBody] = useState("");
  const handleSend = () => {
    onSend(body);
    setBody("");
  };
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={label}
        placeholder={label}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Button onClick={handleSend} disabled={body.trim() === ""}>
        {t("send")}
      </Button>
    </Stack>
  );
}
