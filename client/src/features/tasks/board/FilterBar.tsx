import { IconAdjustmentsHorizontal, IconArchive, IconPlus, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, type Ref, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelRow, PersonRow } from "../../../kernel/replica";
import { TextFilter } from "../../../kernel/ui";
import classes from "./FilterBar.module.css";
import { FilterPart, takeBack } from "./FilterPart";
import { type BoardSearch, isFiltered, noFilter } from "./filter";
import { useFilterParts } from "./useFilterParts";

export interface FilterBarProps {
  spaceId: string;
  ref: Ref<HTMLInputElement>;
  search: BoardSearch;
  labels: Map<string, LabelRow>;
  people: Map<string, PersonRow>;
  onSearch: (next: Partial<BoardSearch>, how?: "replace") => void;
  onNew: (() => void) | undefined;
}

const FilterMenu = lazy(() => import("./FilterMenu").then((file) => ({ default: file.FilterMenu })));

/** What the board shows; it stands in the address, so a filtered board has a link. */
export function FilterBar({ spaceId, ref, search, labels, people, onSearch, onNew }: FilterBarProps) {
  const { t } = useTranslation("tasks");
  const parts = useFilterParts(labels, people);
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const handleMenuClose = () => {
    setMenuAt(null);
    takeBack(menuButton);
  };
  const set = parts.filter(({ field }) => search[field]).length;

  return (
    <search className={classes.bar} aria-label={t("filter.title")}>
      <TextFilter
        ref={ref}
        className={classes.text}
        label={t("filter.text")}
        keys="/"
        value={search.text ?? ""}
        onChange={(text) => onSearch({ text: text || undefined }, "replace")}
      />
      <div className={classes.parts}>
        {parts.map((part) => (
          <FilterPart key={part.field} part={part} search={search} onSearch={onSearch} />
        ))}
        {isFiltered(search) && (
          <button type="button" className={classes.part} onClick={() => onSearch(noFilter)}>
            <IconX size={14} stroke={1.8} aria-hidden /> {t("filter.clear")}
          </button>
        )}
      </div>
      <button
        ref={menuButton}
        type="button"
        className={classes.all}
        data-set={set > 0 || undefined}
        aria-haspopup="dialog"
        aria-expanded={menuAt !== null}
        onClick={(event) => setMenuAt(event.currentTarget.getBoundingClientRect())}
      >
        <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
        {set > 0 ? t("filter.some", { count: set }) : t("filter.title")}
      </button>
      {menuAt && (
        <Suspense>
          <FilterMenu at={menuAt} parts={parts} search={search} onSearch={onSearch} onClose={handleMenuClose} />
        </Suspense>
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
          <IconPlus size={16} stroke={2} aria-hidden /> <span>{t("newTaskButton")}</span>
        </button>
      )}
    </search>
  );
}
