import { waitingIn } from "../features/attention/inbox/waiting";
import { useRows } from "../kernel/replica";

/** How many delivered asks wait for me. */
export const useWaiting = (): number => useRows(waitingIn, []) ?? 0;
