import type { ClosingResponse } from "../../../kernel/api/types";

const inOrder = ["done", "taken", "tomorrow", "later"] as const;

/** What the sum names before it says what waits: only what there is. */
export const partsOf = (closing: ClosingResponse) =>
  inOrder.map((part) => [part, closing[part]] as const).filter(([, count]) => count > 0);
