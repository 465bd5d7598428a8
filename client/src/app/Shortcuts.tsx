import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useReturnFocus } from "../kernel/ui";
import { isMac } from "./isMac";
import classes from "./Shortcuts.module.css";

const mod = isMac ? "⌘" : "Ctrl";

/** What one screen adds stands here as well, so that `?` tells all of it. */
const groups = [
  {
    key: "anywhere",
    shortcuts: [
      ["go", mod, "K"],
      ["help", "?"],
      ["inbox", "G", "I"],
      ["tasks", "G", "T"],
      ["spaces", "G", "S"],
      ["focus", "G", "F"],
      ["sidebar", "["],
      ["undo", mod, "Z"],
    ],
  },
  {
    key: "writing",
    shortcuts: [
      ["begin", "N"],
      ["send", mod, "Enter"],
    ],
  },
  {
    key: "item",
    shortcuts: [
      ["nextPrevious", "J", "K"],
      ["open", "Enter"],
      ["answer", "A"],
      ["done", "E"],
      ["take", "T"],
      ["delegate", "D"],
      ["snooze", "S"],
      ["decline", "X"],
      ["unfollow", "U"],
      ["less", "L"],
    ],
  },
  {
    key: "messages",
    shortcuts: [
      ["walk", "↑", "↓"],
      ["ends", "Home", "End"],
      ["quote", "R"],
      ["thread", "T"],
      ["react", "+"],
      ["edit", "E"],
      ["copyLink", "C"],
      ["delete", "Del"],
    ],
  },
  {
    key: "drawer",
    shortcuts: [
      ["close", "Esc"],
      ["resize", "←", "→"],
      ["carryItem", mod, "⇧", "↑↓"],
    ],
  },
  {
    key: "board",
    shortcuts: [
      ["walk", "←", "↑", "↓", "→"],
      ["nextPrevious", "J", "K"],
      ["carry", mod, "⇧", "←↑↓→"],
      ["open", "Enter"],
      ["menu", "."],
      ["new", "N"],
      ["filter", "/"],
      ["rename", "E"],
      ["assign", "A"],
      ["labels", "L"],
      ["priority", "P"],
      ["due", "D"],
      ["move", "M"],
      ["archive", "X"],
      ["delete", "Del"],
    ],
  },
  {
    key: "archive",
    shortcuts: [["filter", "/"]],
  },
] as const;

/** `?`: what the keyboard can do. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("app");
  useReturnFocus(opened);
  return (
    <Modal opened={opened} onClose={onClose} returnFocus={false} title={t("shortcuts.title")} size="lg">
      <div className={classes.groups}>
        {groups.map(({ key, shortcuts }) => (
          <section key={key}>
            <h3 className={classes.head}>{t(`shortcuts.${key}.title`)}</h3>
            <dl className={classes.list}>
              {shortcuts.map(([name, ...keys]) => (
                <div key={name} className={classes.row}>
                  <dt>{t(`shortcuts.${key}.${name}`)}</dt>
                  <dd>
                    {keys.map((one) => (
                      <Kbd key={one}>{t(`shortcuts.keys.${one}`, { defaultValue: one })}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
