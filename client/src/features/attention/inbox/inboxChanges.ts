import type { InboxItem } from "../../../kernel/api/types";
import { type Change, inboxRow, registerChanges } from "../../../kernel/replica";

type Changed = InboxItem | (Partial<InboxItem> & { id: string });

registerChanges({
  "inbox.changed": (tx, { spaceId, payload, actorId, at }: Change<Changed>) =>
    isWhole(payload)
      ? // Nobody did it: a batch brought it.
        tx.inbox.put({ ...inboxRow(spaceId, payload), ...(actorId === null && { broughtAt: at }) })
      : tx.inbox.patch(payload.id, payload),
  "inbox.closed": (tx, { payload: { id } }: Change<{ id: string }>) => tx.inbox.remove(id),
});

/** What I do myself is expected field by field; the server tells the whole item. */
const isWhole = (item: Changed): item is InboxItem => item.post !== undefined;
