import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconCheck, IconPlus, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { everyBegins, wordsOf } from "../text/wordSearch";
import classes from "./ChoiceList.module.css";

export interface Choice {
  id: string;
  label: string;
  mark?: ReactNode;
  hint?: string;
  /** More words that find it. */
  words?: string;
  /** Stands there only once something typed finds it. */
  onlyFound?: boolean;
}

export interface ChoiceListProps {
  label: string;
  choices: Choice[];
  chosen: string[];
  onToggle: (id: string) => void;
  /** Offered when nothing is called like what was typed. */
  onCreate?: (name: string) => void;
  /** Of a name that is created. */
  maxLength?: number;
  /** What to do when there is nothing to choose from yet. */
  whenNone?: string;
}

const create = "create";

/** Things to choose from, found by typing; Enter takes, and the list stays open. */
export function ChoiceList({ label, choices, chosen, onToggle, onCreate, whenNone, maxLength }: ChoiceListProps) {
  const { t } = useTranslation("kernel");
  const [text, setText] = useState("");
  // Without a dropdown of its own: it is always open, or Enter would open it instead of taking.
  const combobox = useCombobox({ opened: true });
  const field = useRef<HTMLInputElement>(null);
  const words = wordsOf(text);
  const found = choices.filter((choice) => {
    if (choice.onlyFound && words.length === 0) return false;
    return everyBegins(words, wordsOf(`${choice.label} ${choice.words ?? ""}`));
  });
  const name = text.trim();
  const mayCreate = onCreate && name !== "" && !choices.some((one) => one.label.toLowerCase() === name.toLowerCase());

  const first = found[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something else was typed, or the choices have come
  useEffect(() => {
    combobox.selectFirstOption();
  }, [text, first]);

  // One list may take the place of another in the same popover; the hands stay on the keys.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const handleSubmit = (id: string) => {
    if (id !== create) return onToggle(id);
    onCreate?.(name);
    setText("");
  };

  return (
    <Combobox store={combobox} onOptionSubmit={handleSubmit}>
      <Combobox.EventsTarget>
        <TextInput
          ref={field}
          data-autofocus
          variant="unstyled"
          className={classes.search}
          leftSection={<IconSearch size={16} stroke={1.6} />}
          aria-label={label}
          placeholder={label}
          maxLength={maxLength}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={label} aria-multiselectable>
        {found.map(({ id, label, mark, hint }) => (
          <Combobox.Option key={id} value={id} selected={chosen.includes(id)} className={classes.option}>
            <span className={classes.check}>
              {chosen.includes(id) && <IconCheck size={16} stroke={2} aria-hidden />}
            </span>
            {mark}
            <span className={classes.name}>{label}</span>
            {hint && <span className={classes.hint}>{hint}</span>}
          </Combobox.Option>
        ))}
        {mayCreate && (
          <Combobox.Option value={create} className={classes.option}>
            <span className={classes.check}>
              <IconPlus size={16} stroke={2} aria-hidden />
            </span>
            <span className={classes.name}>{t("choose.create", { name })}</span>
          </Combobox.Option>
        )}
        {found.length === 0 && !mayCreate && (
          <Combobox.Empty>
            {choices.length === 0 && name === "" && whenNone ? whenNone : t("choose.none")}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
