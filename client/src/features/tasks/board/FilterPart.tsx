import { IconChevronDown } from "@tabler/icons-react";
import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choice } from "../../../kernel/ui/ChoiceList";
import classes from "./FilterBar.module.css";
import type { BoardSearch } from "./filter";

/** One field of the filter with what it can be set to; `single`: to one thing at a time. */
export interface FilterPartOf {
  field: Exclude<keyof BoardSearch, "text">;
  choices: Choice[];
  single?: boolean;
}

export interface FilterPartProps {
  part: FilterPartOf;
  search: BoardSearch;
  onSearch: (next: Partial<BoardSearch>) => void;
}

const PickChoices = lazy(() => import("../pick/PickChoices").then((file) => ({ default: file.PickChoices })));

/** A part of the filter as a button of the bar. */
export function FilterPart({ part, search, onSearch }: FilterPartProps) {
  const { t } = useTranslation("tasks");
  const [at, setAt] = useState<DOMRect | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = t(`filter.${part.field}`);
  const words = wordsOfPart(part, search);
  const handleClose = () => {
    setAt(null);
    takeBack(button);
  };
  const handleToggle = (id: string) => {
    if (part.single) handleClose();
    onSearch(toggled(part, search, id));
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.part}
        data-set={words !== "" || undefined}
        aria-expanded={at !== null}
        aria-haspopup="dialog"
        onClick={(event) => setAt(event.currentTarget.getBoundingClientRect())}
      >
        <span className={classes.summary}>
          {name}
          {words && `: ${words}`}
        </span>
        <IconChevronDown className={classes.chevron} size={14} stroke={1.8} aria-hidden />
      </button>
      {at && (
        <Suspense>
          <PickChoices
            at={at}
            name={name}
            choices={part.choices}
            chosen={chosenIn(part, search)}
            onToggle={handleToggle}
            onClose={handleClose}
          />
        </Suspense>
      )}
    </>
  );
}

/** The focus goes back to what opened a list that is gone, unless it went on somewhere by itself. */
export const takeBack = (button: RefObject<HTMLButtonElement | null>) =>
  setTimeout(() => document.activeElement === document.body && button.current?.focus(), 20);

export const chosenIn = ({ field }: FilterPartOf, search: BoardSearch) => search[field]?.split(",") ?? [];

/** What is chosen, by name. */
export function wordsOfPart(part: FilterPartOf, search: BoardSearch): string {
  const chosen = chosenIn(part, search);
  return part.choices
    .filter((one) => chosen.includes(one.id))
    .map((one) => one.label)
    .join(", ");
}

/** The filter with one choice taken, or taken back. */
export function toggled(part: FilterPartOf, search: BoardSearch, id: string): Partial<BoardSearch> {
  const chosen = chosenIn(part, search);
  const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : part.single ? [id] : [...chosen, id];
  return { [part.field]: next.join() || undefined };
}
