import { IconChevronRight, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceList } from "../../../kernel/ui/ChoiceList";
import { PickPopover } from "../../../kernel/ui/PickPopover";
import { Back, Foot } from "../pick/Foot";
import classes from "./FilterMenu.module.css";
import { chosenIn, type FilterPartOf, type FilterPartProps, toggled, wordsOfPart } from "./FilterPart";
import { isFiltered, noFilter } from "./filter";

export interface FilterMenuProps extends Omit<FilterPartProps, "part"> {
  at: DOMRect;
  parts: FilterPartOf[];
  onClose: () => void;
}

/** The parts of the filter behind one button, where the bar has no room for them. */
export function FilterMenu({ at, parts, search, onSearch, onClose }: FilterMenuProps) {
  const { t } = useTranslation("tasks");
  const [field, setField] = useState<FilterPartOf["field"] | null>(null);
  const left = useRef<FilterPartOf["field"] | null>(null);
  const part = parts.find((one) => one.field === field);

  const handleBack = () => {
    left.current = field;
    setField(null);
  };
  return (
    <PickPopover opened onClose={onClose} label={t("filter.title")} target={at}>
      {part ? (
        <>
          <ChoiceList
            label={t(`filter.${part.field}`)}
            choices={part.choices}
            chosen={chosenIn(part, search)}
            onToggle={(id) => onSearch(toggled(part, search, id))}
          />
          <Back onClick={handleBack} />
        </>
      ) : (
        <>
          <div className={classes.parts}>
            {parts.map((one, index) => (
              <button
                key={one.field}
                ref={(button) => {
                  if (!button || left.current !== one.field) return;
                  left.current = null;
                  button.focus();
                }}
                type="button"
                className={classes.part}
                data-autofocus={index === 0 || undefined}
                onClick={() => setField(one.field)}
              >
                <span className={classes.name}>{t(`filter.${one.field}`)}</span>
                <span className={classes.words}>{wordsOfPart(one, search)}</span>
                <IconChevronRight size={14} stroke={1.8} aria-hidden />
              </button>
            ))}
          </div>
          {isFiltered(search) && (
            <Foot
              icon={<IconX size={16} stroke={1.6} />}
              onClick={() => {
                onSearch(noFilter);
                onClose();
              }}
            >
              {t("filter.clear")}
            </Foot>
          )}
        </>
      )}
    </PickPopover>
  );
}
