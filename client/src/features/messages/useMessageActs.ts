import { useTranslation } from "react-i18next";
import { type MessageRow, useMe, useReplica, useRows, useSubmit } from "../../kernel/replica";
import { offerUndo, tell } from "../../kernel/ui";
import { deleteMessage } from "./deleteMessage";
import { changeDraft } from "./drafts";
import { excerptOf } from "./excerpt";
import { focusMessage } from "./focusMessage";
import { draftOf, linkTo, type Place } from "./place";
import { reactToMessage } from "./reactToMessage";
import { restoreMessage } from "./restoreMessage";
import { withdrawReaction } from "./withdrawReaction";

/** What I can do with a message here. An act that I may not do is undefined, and then it is not shown. */
export interface MessageActs {
  react?: (message: MessageRow, emoji: string) => void;
  quote?: (message: MessageRow) => void;
  copyLink: (message: MessageRow) => void;
  mayEdit: (message: MessageRow) => boolean;
  mayDelete: (message: MessageRow) => boolean;
  remove: (message: MessageRow) => void;
}

export function useMessageActs(place: Place): MessageActs {
  const { t } = useTranslation("messages");
  const [db, me, submit] = [useReplica(), useMe(), useSubmit()];
  const can = useRows(async (db) => (await db.spaces.get(place.spaceId))?.can, [place.spaceId]) ?? [];
  const here = (message: MessageRow) => !message.deletedAt && message.sync !== "refused";
  const mine = (message: MessageRow) => message.authorId === me.id;

  return {
    react: can.includes("message.react")
      ? (message, emoji) => {
          const given = message.reactions.some((one) => one.emoji === emoji && one.personIds.includes(me.id));
          void submit((given ? withdrawReaction : reactToMessage)(message, emoji, me.id));
        }
      : undefined,
    quote: can.includes("message.post")
      ? ({ id, authorId, html }) =>
          void changeDraft(db, draftOf(place), { quote: { messageId: id, authorId, excerpt: excerptOf(html) } })
      : undefined,
    copyLink: ({ id }) => void navigator.clipboard.writeText(linkTo(id)).then(() => tell(t("copied"))),
    mayEdit: (message) => here(message) && mine(message) && can.includes("message.edit.own"),
    mayDelete: (message) => here(message) && can.includes(mine(message) ? "message.delete.own" : "message.delete.any"),
    remove: (message) => {
      void submit(deleteMessage(message));
      focusMessage(message.id);
      offerUndo(t("deleted"), () => {
        void submit(restoreMessage(message));
        focusMessage(message.id);
      });
    },
  };
}
