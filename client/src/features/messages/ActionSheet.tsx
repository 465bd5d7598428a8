import { Drawer, Group, NavLink, UnstyledButton } from "@mantine/core";
import {
  IconArrowBackUp,
  IconHistory,
  IconLink,
  IconMessages,
  IconMoodPlus,
  IconPencil,
  IconQuestionMark,
  IconTrash,
} from "@tabler/icons-react";
import "@mantine/core/styles/NavLink.layer.css";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "../../kernel/replica";
import classes from "./MessageItem.module.css";
import type { MessageActs } from "./useMessageActs";

const quick = ["👍", "❤️", "🎉", "👀", "✅", "🙏"];

export interface ActionSheetProps {
  message: MessageRow;
  acts: MessageActs;
  onPick: () => void;
  onEdit: () => void;
  onDelete: () => void;
  onHistory: () => void;
  /** Of what somebody else wrote. */
  onWhy?: () => void;
  onThread?: () => void;
  onClose: () => void;
}

/** The same acts under a thumb: opened by a long press. */
export function ActionSheet({ message, acts, onClose, ...on }: ActionSheetProps) {
  const { t } = useTranslation(["messages", "why"]);
  const { react, quote } = acts;
  const line = (key: string, Icon: typeof IconLink, act: (() => void) | undefined | false) =>
    act && (
      <NavLink
        component="button"
        type="button"
        label={t(key)}
        leftSection={<Icon size={20} stroke={1.6} />}
        onClick={() => {
          onClose();
          act();
        }}
      />
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      withCloseButton={false}
      // On the root it would name nothing.
      attributes={{ content: { "aria-label": t("actions") } }}
      // Mantine's own bottom drawer is as high as the screen, whatever its size.
      styles={{ content: { height: "auto", maxHeight: "85dvh", borderRadius: "14px 14px 0 0" } }}
    >
      {react && (
        <Group justify="space-between" gap={4} mb="xs" wrap="nowrap">
          {quick.map((emoji) => (
            <UnstyledButton
              key={emoji}
              className={classes.sheetEmoji}
              aria-label={t("reactWith", { emoji })}
              onClick={() => {
                onClose();
                react(message, emoji);
              }}
            >
              {emoji}
            </UnstyledButton>
          ))}
        </Group>
      )}
      {line("react", IconMoodPlus, react && on.onPick)}
      {line("quote", IconArrowBackUp, quote && (() => quote(message)))}
      {line("reply", IconMessages, on.onThread)}
      {line("edit", IconPencil, acts.mayEdit(message) && on.onEdit)}
      {line("copyLink", IconLink, () => acts.copyLink(message))}
      {line("history", IconHistory, message.editedAt !== null && on.onHistory)}
      {line("why:ask", IconQuestionMark, on.onWhy)}
      {line("delete", IconTrash, acts.mayDelete(message) && on.onDelete)}
    </Drawer>
  );
}
