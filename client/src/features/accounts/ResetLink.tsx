import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../kernel/api/call";
import type { PersonResponse } from "../../kernel/api/types";
import { ProblemNote } from "../../kernel/ui";
import { useSending } from "./useSending";

/** Makes a link to choose a new password, to be handed to that person; it is shown this once. */
export function ResetLink({ person, onClose }: { person: PersonResponse | undefined; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  const [link, setLink] = useState("");
  const { busy, problem, send, forget } = useSending();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each person begins anew
  useEffect(() => {
    setLink("");
    forget();
  }, [person?.id]);

  const handleMake = () =>
    send(async () => {
      const { data } = await call<{ link: string }>("POST", `/people/${person?.id}/password-reset`, { body: {} });
      setLink(data.link);
    });

  return (
    <Modal opened={person !== undefined} onClose={onClose} title={t("people.resetTitle", { name: person?.name })}>
      <Stack>
        <Text>{t(link ? "people.resetMade" : "people.resetText")}</Text>
        {link && (
          <Group wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              label={t("people.resetLink")}
              readOnly
              autoFocus
              value={link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={link}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
            </CopyButton>
          </Group>
        )}
        <ProblemNote error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(link ? "done" : "cancel")}
          </Button>
          {!link && (
            <Button loading={busy} onClick={() => void handleMake()}>
              {t("people.resetDo")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
