import { IconArchive, IconChevronDown, IconPlus, IconSearch, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, type Ref, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type LabelRow, type PersonRow, useMe } from "../../../kernel/replica";
import { Face } from "../../../kernel/ui";
import { LabelPill } from "../labels/LabelPill";
import { PriorityMark } from "../PriorityMark";
import type { Choice } from "../pick/ChoiceList";
import classes from "./FilterBar.module.css";
import { type BoardSearch, doneFilters, dueFilters, isFiltered, noFilter, priorities } from "./filter";

export interface FilterBarProps {
  spaceId: string;
  ref: Ref<HTMLInputElement>;
  search: BoardSearch;
  labels: Map<string, LabelRow>;
  people: Map<string, PersonRow>;
  onSearch: (next: Partial<BoardSearch>, how?: "replace") => void;
  onNew: (() => void) | undefined;
}

const PickChoices = lazy(() => import("../pick/PickChoices").then((file) => ({ default: file.PickChoices })));

const typingMs = 120;

/** What the board shows; it stands in the address, so a filtered board has a link. */
export function FilterBar({ spaceId, ref, search, labels, people, onSearch, onNew }: FilterBarProps) {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const nobody = { id: "none", label: t("filter.nobody") };
  const unlabelled = { id: "none", label: t("filter.unlabelled") };
  const persons = [...people.values()].sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  const parts: { field: keyof BoardSearch; choices: Choice[]; single?: boolean }[] = [
    {
      field: "who",
      choices: [
        ...persons.map((one) => ({ id: one.id, label: one.name, mark: <Face person={one} size={22} decorative /> })),
        nobody,
      ],
    },
    {
      field: "label",
      choices: [
        ...[...labels.values()]
          .filter((one) => !one.archivedAt)
          .map((one) => ({ id: one.id, label: one.name, mark: <LabelPill label={{ ...one, name: "  " }} /> })),
        unlabelled,
      ],
    },
    {
      field: "priority",
      choices: priorities.map((id) => ({
        id,
        label: t(`priorities.${id}`),
        mark: <PriorityMark priority={id} decorative />,
      })),
    },
    { field: "due", single: true, choices: dueFilters.map((id) => ({ id, label: t(`filter.dues.${id}`) })) },
    { field: "done", single: true, choices: doneFilters.map((id) => ({ id, label: t(`filter.dones.${id}`) })) },
  ];

  return (
    <search className={classes.bar} aria-label={t("filter.title")}>
      <TextFilter
        ref={ref}
        value={search.text ?? ""}
        onChange={(text) => onSearch({ text: text || undefined }, "replace")}
      />
      {parts.map(({ field, choices, single }) => (
        <Part
          key={field}
          name={t(`filter.${field}`)}
          choices={choices}
          chosen={search[field]?.split(",") ?? []}
          single={single}
          onChoose={(ids) => onSearch({ [field]: ids.join() || undefined })}
        />
      ))}
      {isFiltered(search) && (
        <button type="button" className={classes.part} onClick={() => onSearch(noFilter)}>
          <IconX size={14} stroke={1.8} aria-hidden /> {t("filter.clear")}
        </button>
      )}
      <Link
        to="/s/$spaceId/archive"
        params={{ spaceId }}
        className={classes.archive}
        aria-label={t("toArchive")}
        data-hint={t("toArchive")}
      >
        <IconArchive size={18} stroke={1.6} aria-hidden />
      </Link>
      {onNew && (
        <button type="button" className={classes.new} onClick={onNew}>
          <IconPlus size={16} stroke={2} aria-hidden /> {t("newTaskButton")}
        </button>
      )}
    </search>
  );
}

interface TextFilterProps {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange: (text: string) => void;
}

export function TextFilter({ ref, value, onChange }: TextFilterProps) {
  const { t } = useTranslation("tasks");
  const [text, setText] = useState(value);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef([value]);

  // What is typed comes back by way of the address, in order but late; anything else there (back, forward, "clear") is new.
  useEffect(() => {
    const at = told.current.lastIndexOf(value);
    if (at < 0) setText(value);
    told.current = at < 0 ? [value] : told.current.slice(at);
  }, [value]);
  useEffect(() => () => clearTimeout(wait.current), []);

  const tell = (next: string) => {
    told.current.push(next);
    onChange(next);
  };
  const handleText = (next: string) => {
    setText(next);
    clearTimeout(wait.current);
    wait.current = setTimeout(() => tell(next.trim()), typingMs);
  };

  return (
    <div className={classes.text}>
      <IconSearch className={classes.glass} size={16} stroke={1.6} aria-hidden />
      <input
        ref={ref}
        className={classes.words}
        type="search"
        aria-label={t("filter.text")}
        aria-keyshortcuts="/"
        placeholder={t("filter.text")}
        value={text}
        onChange={(event) => handleText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          if (text) handleText("");
          else event.currentTarget.blur();
        }}
      />
      {text && (
        <button
          type="button"
          className={classes.clear}
          aria-label={t("filter.clearText")}
          onClick={() => handleText("")}
        >
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      )}
    </div>
  );
}

interface PartProps {
  name: string;
  choices: Choice[];
  chosen: string[];
  single?: boolean;
  onChoose: (ids: string[]) => void;
}

function Part({ name, choices, chosen, single, onChoose }: PartProps) {
  const [at, setAt] = useState<DOMRect | null>(null);
  const names = choices.filter((one) => chosen.includes(one.id)).map((one) => one.label);
  const handleToggle = (id: string) => {
    if (single) setAt(null);
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : single ? [id] : [...chosen, id]);
  };
  return (
    <>
      <button
        type="button"
        className={classes.part}
        data-set={names.length > 0 || undefined}
        aria-expanded={at !== null}
        aria-haspopup="dialog"
        onClick={(event) => setAt(event.currentTarget.getBoundingClientRect())}
      >
        <span className={classes.summary}>
          {name}
          {names.length > 0 && `: ${names.join(", ")}`}
        </span>
        <IconChevronDown size={14} stroke={1.8} aria-hidden />
      </button>
      {at && (
        <Suspense>
          <PickChoices
            at={at}
            name={name}
            choices={choices}
            chosen={chosen}
            onToggle={handleToggle}
            onClose={() => setAt(null)}
          />
        </Suspense>
      )}
    </>
  );
}
