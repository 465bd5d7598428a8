import { useEffect, useRef, useState } from "react";
import classes from "./HintRoom.module.css";

interface Hint {
  text: string;
  at: DOMRect;
}

const pauseMs = 400;

/**
 * Shows the `data-hint` of whatever the pointer or the focus rests on. One layer for the whole page: a thousand cards
 * with faces and dates cost nothing until one is looked at, and the first screen carries no positioning library.
 */
export function HintRoom() {
  const [hint, setHint] = useState<Hint>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hide = () => {
      clearTimeout(timer);
      setHint(undefined);
    };
    const consider = (event: Event, ms: number) => {
      clearTimeout(timer);
      const on = event.target instanceof Element ? event.target.closest("[data-hint]") : null;
      const text = on?.getAttribute("data-hint");
      if (!on || !text || reads(on, text)) return setHint(undefined);
      timer = setTimeout(() => on.isConnected && setHint({ text, at: on.getBoundingClientRect() }), ms);
    };
    const handlePointer = (event: PointerEvent) => event.pointerType === "mouse" && consider(event, pauseMs);
    const handleFocus = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(":focus-visible") ? consider(event, 0) : hide();
    const handleKey = (event: KeyboardEvent) => event.key === "Escape" && hide();

    document.addEventListener("pointerover", handlePointer);
    document.addEventListener("focusin", handleFocus);
    document.addEventListener("keydown", handleKey);
    for (const type of ["pointerdown", "scroll", "focusout"]) document.addEventListener(type, hide, true);
    return () => {
      hide();
      document.removeEventListener("pointerover", handlePointer);
      document.removeEventListener("focusin", handleFocus);
      document.removeEventListener("keydown", handleKey);
      for (const type of ["pointerdown", "scroll", "focusout"]) document.removeEventListener(type, hide, true);
    };
  }, []);

  useEffect(() => {
    if (hint && box.current) place(box.current, hint.at);
  }, [hint]);

  return (
    hint && (
      // For the eye alone: whatever has a hint has it, or its name, in words as well.
      <div ref={box} aria-hidden className={classes.hint}>
        {hint.text}
      </div>
    )
  );
}

/** What stands there in words already needs no hint; a word that is not drawn does not stand there. */
function reads(on: Element, text: string) {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts
  return on instanceof HTMLElement && on.innerText.trim() === text;
}

/** Above the thing, below it where there is no room, never outside the window. */
function place(box: HTMLElement, at: DOMRect) {
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), window.innerWidth - width - 8);
  const above = at.top - height - 6;
  box.style.left = `${left}px`;
  box.style.top = `${above > 4 ? above : at.bottom + 6}px`;
  box.style.visibility = "visible";
}
