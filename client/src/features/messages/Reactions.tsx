import { Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type MessageRow, type PersonRow, useMe } from "../../kernel/replica";
import { listed } from "../../kernel/text/listed";
import classes from "./MessageItem.module.css";

interface ReactionsProps {
  message: MessageRow;
  people: ReadonlyMap<string, PersonRow>;
  onReact?: (emoji: string) => void;
}

/** Each emoji with how many gave it; who they are is told on hover and to a screen reader. */
export function Reactions({ message, people, onReact }: ReactionsProps) {
  const { t } = useTranslation("messages");
  const me = useMe();
  if (message.reactions.length === 0) return null;
  return (
    <ul className={classes.reactions} aria-label={t("reactions")}>
      {message.reactions.map(({ emoji, personIds }) => {
        const names = personIds.map((id) => (id === me.id ? t("you") : (people.get(id)?.name ?? t("stranger"))));
        const by = t("reactedBy", {
          emoji,
          count: personIds.length,
          names: listed(names),
        });
        return (
          <li key={emoji}>
            <Tooltip label={by} multiline maw={260}>
              <UnstyledButton
                className={classes.reaction}
                aria-label={by}
                aria-pressed={personIds.includes(me.id)}
                disabled={!onReact}
                onClick={() => onReact?.(emoji)}
              >
                <span aria-hidden>{emoji}</span> {personIds.length}
              </UnstyledButton>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}
