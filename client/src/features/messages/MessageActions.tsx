import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconDots,
  IconHistory,
  IconLink,
  IconMessages,
  IconPencil,
  IconQuestionMark,
  IconTrash,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "../../kernel/replica";
import { EmojiButton } from "./EmojiButton";
import classes from "./MessageItem.module.css";
import type { MessageActs } from "./useMessageActs";

export const quickEmoji = ["👍", "✅", "👀"];

export interface MessageActionsProps {
  message: MessageRow;
  acts: MessageActs;
  picking: boolean;
  onPicking: (picking: boolean) => void;
  onEdit: () => void;
  onDelete: () => void;
  onHistory: () => void;
  /** Of what somebody else wrote. */
  onWhy?: () => void;
  /** In the chat only. */
  onThread?: () => void;
  onMenu: (opened: boolean) => void;
}

const icon = { size: 18, stroke: 1.6 };

/** Beside the message that is pointed at or focused. */
export function MessageActions({ message, acts, picking, onPicking, ...on }: MessageActionsProps) {
  const { t } = useTranslation(["messages", "why"]);
  const { react, quote } = acts;
  return (
    <div className={classes.actions} role="toolbar" aria-label={t("actions")}>
      {react &&
        quickEmoji.map((emoji) => (
          <ActionIcon
            key={emoji}
            variant="subtle"
            color="gray"
            size={28}
            className={classes.quick}
            aria-label={t("reactWith", { emoji })}
            onClick={() => react(message, emoji)}
          >
            {emoji}
          </ActionIcon>
        ))}
      {react && (
        <EmojiButton
          label={t("react")}
          size={28}
          opened={picking}
          onOpened={onPicking}
          onPick={(emoji) => react(message, emoji)}
        />
      )}
      {quote && (
        <Tooltip label={t("quote")}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("quote")} onClick={() => quote(message)}>
            <IconArrowBackUp {...icon} />
          </ActionIcon>
        </Tooltip>
      )}
      {on.onThread && (
        <Tooltip label={t("reply")}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("reply")} onClick={on.onThread}>
            <IconMessages {...icon} />
          </ActionIcon>
        </Tooltip>
      )}
      <Menu position="bottom-end" onChange={on.onMenu} withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("more")}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.mayEdit(message) && (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} rightSection="E" onClick={on.onEdit}>
              {t("edit")}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLink size={16} stroke={1.6} />}
            rightSection="C"
            onClick={() => acts.copyLink(message)}
          >
            {t("copyLink")}
          </Menu.Item>
          {message.editedAt && (
            <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={on.onHistory}>
              {t("history")}
            </Menu.Item>
          )}
          {on.onWhy && (
            <Menu.Item leftSection={<IconQuestionMark size={16} stroke={1.6} />} onClick={on.onWhy}>
              {t("why:ask")}
            </Menu.Item>
          )}
          {acts.mayDelete(message) && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={on.onDelete}>
              {t("delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
