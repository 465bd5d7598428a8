import { keepShell } from "../kernel/live/shell";
import { router } from "./router";

const soon = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));

let idle = () => {};
const reached = new Promise<void>((done) => {
  idle = done;
});

/**
 * Done when the first screen stands and the browser has time. What is fetched then comes from the worker, which fetches the
 * whole client anyway: nothing is sent twice, and nothing that may wait takes the line from what the first screen needs.
 */
export const whenIdle = () => reached;

/** To be called before the first screen is drawn. */
export function watchFirstScreen(): void {
  const stop = router.subscribe("onResolved", () => {
    stop();
    soon(() => void (import.meta.env.PROD ? keepShell() : Promise.resolve()).finally(idle));
  });
}
