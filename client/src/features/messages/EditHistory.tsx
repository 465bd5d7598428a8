import { Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { EditResponse } from "../../kernel/api/types";
import { useAnswer } from "../../kernel/api/useAnswer";
import { useMe } from "../../kernel/replica";
import { ProblemNote, useReturnFocus, When } from "../../kernel/ui";
import { MessageBody } from "./MessageBody";

/** What a message said before, newest first. */
export function EditHistory({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation("messages");
  const me = useMe();
  useReturnFocus();
  const { data, problem, again } = useAnswer<EditResponse[]>(`/messages/${messageId}/edits`);
  return (
    <Modal opened onClose={onClose} title={t("history")} closeButtonProps={{ "aria-label": t("close") }}>
      <ProblemNote error={problem} again={again} />
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
        {data?.map((edit) => (
          <li key={edit.at}>
            <Text size="xs" c="dimmed">
              <When at={edit.at} zone={me.person.zone} />
            </Text>
            <MessageBody html={edit.html} />
          </li>
        ))}
      </Stack>
    </Modal>
  );
}
