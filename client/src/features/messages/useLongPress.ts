import { type PointerEvent, useRef } from "react";

const [pressMs, slack, afterLiftMs] = [450, 10, 300];

/** Handlers that tell when a finger rests on an element; moving or lifting it takes it back. */
export function useLongPress(onPress: () => void) {
  const timer = useRef(0);
  const from = useRef({ x: 0, y: 0 });
  const stop = () => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent) => {
      const onControl =
        event.target instanceof Element && event.target.closest("a, button, input, textarea, [role=textbox]");
      if (event.pointerType === "mouse" || onControl) return;
      stop();
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = window.setTimeout(() => {
        swallowClick();
        onPress();
      }, pressMs);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > slack) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu: (event: React.MouseEvent) => {
      // The browser's own menu would lie over ours on a touch screen.
      if ((event.nativeEvent as globalThis.PointerEvent).pointerType === "touch") event.preventDefault();
    },
  };
}

/** The finger that pressed long is lifted over what it opened; that is no choice. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => setTimeout(() => removeEventListener("click", swallow, true), afterLiftMs);
  addEventListener("click", swallow, { capture: true, once: true });
  addEventListener("pointerup", end, { capture: true, once: true });
  addEventListener("pointercancel", end, { capture: true, once: true });
}
