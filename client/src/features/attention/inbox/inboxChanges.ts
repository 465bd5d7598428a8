import type { InboxItem } from "../../../kernel/api/types";
import { type Change, inboxRow, registerChanges } from "../../../kernel/replica";

type Changed = InboxItem | (Partial<InboxItem> & { id: string });

registerChanges({
  "inbox.delivered": async (tx, { spaceId, payload: { items } }: Change<{ items: InboxItem[] }>) => {
    for (const item of items) await tx.inbox.put(inboxRow(spaceId, item));
  },
  "inbox.changed": (tx, { spaceId, payload }: Change<Changed>) =>
    isWhole(payload) ? tx.inbox.put(inboxRow(spaceId, payload)) : tx.inbox.patch(payload.id, payload),
  "inbox.closed": async (tx, { payload: { ids } }: Change<{ ids: string[] }>) => {
    for (const id of ids) await tx.inbox.remove(id);
  },
});

/** What I do myself is expected field by field; the server tells the whole item. */
const isWhole = (item: Changed): item is InboxItem => item.post !== undefined;
