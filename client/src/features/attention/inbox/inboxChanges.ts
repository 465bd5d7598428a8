import type { InboxItem } from "../../../kernel/api/types";
import { type Change, inboxRow, registerChanges } from "../../../kernel/replica";

type Changed = InboxItem | (Partial<InboxItem> & { id: string });

registerChanges({
  "inbox.changed": async (tx, { spaceId, payload, actorId, at }: Change<Changed>) => {
    if (!isWhole(payload)) return tx.inbox.patch(payload.id, payload);
    const before = await tx.inbox.get(payload.id);
    // Nobody did it: a batch brought it, or said of what was here already how it reads by now.
    const isNews = actorId === null && (!before || before.snoozedUntil !== null);
    const broughtAt = isNews ? at : actorId === null ? before?.broughtAt : undefined;
    return tx.inbox.put({ ...inboxRow(spaceId, payload), ...(broughtAt && { broughtAt }) });
  },
  "inbox.closed": (tx, { payload: { id } }: Change<{ id: string }>) => tx.inbox.remove(id),
});

/** What I do myself is expected field by field; the server tells the whole item. */
const isWhole = (item: Changed): item is InboxItem => item.post !== undefined;
