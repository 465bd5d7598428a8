import { Button, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { EditResponse } from "../../kernel/api/types";
import { usePages } from "../../kernel/api/usePages";
import { type MessageRow, useMe } from "../../kernel/replica";
import { ProblemNote, useReturnFocus, When } from "../../kernel/ui";
import { MessageBody } from "./MessageBody";

/** What a message says and said before, newest first. */
export function EditHistory({ message, onClose }: { message: MessageRow; onClose: () => void }) {
  const { t } = useTranslation("messages");
  const me = useMe();
  useReturnFocus();
  const { items, problem, more, again } = usePages<EditResponse>(`/messages/${message.id}/edits`);
  return (
    <Modal opened onClose={onClose} title={t("history")} closeButtonProps={{ "aria-label": t("close") }}>
      <ProblemNote error={problem} again={again} />
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
        {items?.map((edit) => (
          <li key={edit.at}>
            <Text size="xs" c="dimmed">
              <When at={edit.at} zone={me.person.zone} />
            </Text>
            <MessageBody html={edit.html} spaceId={message.spaceId} />
          </li>
        ))}
      </Stack>
      {more && (
        <Button size="compact-sm" variant="subtle" color="gray" mt="md" onClick={more}>
          {t("earlier")}
        </Button>
      )}
    </Modal>
  );
}
