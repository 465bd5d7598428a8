import { type Change, type ChangeTx, registerChanges } from "../../../kernel/replica";

/** What changed is read anew by whoever shows it: a calendar is not kept on the device. */
const noteVersion = (tx: ChangeTx, { version }: Change<unknown>) =>
  tx.me.patch(tx.personId, { calendarVersion: version });

registerChanges({ "calendar.changed": noteVersion, "calendar.noted": noteVersion });
