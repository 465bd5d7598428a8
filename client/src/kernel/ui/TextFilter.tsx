import { IconSearch, IconX } from "@tabler/icons-react";
import { type Ref, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./TextFilter.module.css";

export interface TextFilterProps {
  ref?: Ref<HTMLInputElement>;
  className?: string;
  label: string;
  /** Which keys lead here, told as `aria-keyshortcuts`. */
  keys?: string;
  value: string;
  onChange: (text: string) => void;
}

const typingMs = 120;

/** A filter by words whose `value` stands in the address: the field is as fast as the hand, the address follows a moment later. */
export function TextFilter({ ref, className = "", label, keys, value, onChange }: TextFilterProps) {
  const { t } = useTranslation("kernel");
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
    <div className={`${classes.field} ${className}`}>
      <IconSearch className={classes.glass} size={16} stroke={1.6} aria-hidden />
      <input
        ref={ref}
        className={classes.words}
        data-typed={text !== "" || undefined}
        type="search"
        aria-label={label}
        aria-keyshortcuts={keys}
        placeholder={label}
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
        <button type="button" className={classes.clear} aria-label={t("clearFilter")} onClick={() => handleText("")}>
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      )}
    </div>
  );
}
