import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useReturnFocus } from "../kernel/ui";
import classes from "./Shortcuts.module.css";

const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

/** What one screen adds stands here as well, so that `?` tells all of it. */
const groups = [
  {
    key: "anywhere",
    shortcuts: [
      ["go", mod, "K"],
      ["help", "?"],
      ["tasks", "G", "T"],
      ["spaces", "G", "S"],
      ["sidebar", "["],
    ],
  },
  {
    key: "writing",
    shortcuts: [["send", mod, "Enter"]],
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
    key: "drawer",
    shortcuts: [
      ["close", "Esc"],
      ["resize", "←", "→"],
    ],
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
                      <Kbd key={one}>{one}</Kbd>
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
