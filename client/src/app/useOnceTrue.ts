import { useRef } from "react";

/** True from the first time on: what is loaded when it is first needed stays. */
export function useOnceTrue(value: boolean): boolean {
  const once = useRef(false);
  once.current ||= value;
  return once.current;
}
