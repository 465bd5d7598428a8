import type { AskResponse, InboxItem } from "../../../kernel/api/types";
import type { Command, InboxRow, MessageRow } from "../../../kernel/replica";

/** Something that is mine to act on: an item of my inbox, or my ask below its message. */
export interface Held {
  id: string;
  /** Where its post stands. */
  spaceId: string;
  /** Null where it is the task itself. */
  messageId: string | null;
  /** Null of what is only to be known. */
  ask: AskResponse | null;
  /** As the inbox has it; null below a message. */
  item: InboxItem | null;
}

export function heldOf(row: InboxRow): Held {
  const { sync: _, postSpaceId, ...rest } = row;
  const item = { ...rest, spaceId: postSpaceId };
  return {
    id: row.id,
    spaceId: postSpaceId,
    messageId: row.post.kind === "message" ? row.post.id : null,
    ask: askOf(item),
    item,
  };
}

export const heldBelow = ({ id, spaceId }: Pick<MessageRow, "id" | "spaceId">, ask: AskResponse): Held => ({
  id: ask.id,
  spaceId,
  messageId: id,
  ask,
  item: null,
});

/** As others see it; whose it is, is filled in when it is told. */
function askOf({ id, role, respondBy, state, commitAt, delegatedToId, note }: InboxItem): AskResponse | null {
  if (role === "know") return null;
  const told = state === "queued" || state === "delivered" || state === "letGo" ? "open" : state;
  return { id, personId: "", role, respondBy, state: told, commitAt, delegatedToId, note };
}

type Became = Partial<Pick<InboxItem, "state" | "commitAt" | "delegatedToId" | "note" | "snoozedUntil">>;

export interface Me {
  id: string;
  personalSpaceId: string;
}

/** A command about it, with what will be seen of it in my inbox and below its message. */
export function onHeld(
  held: Held,
  me: Me,
  call: Pick<Command, "method" | "path" | "body">,
  { state, ...rest }: Became,
): Command {
  const { id, ask, item, messageId, spaceId } = held;
  const open = state === undefined || state === "queued" || state === "delivered" || state === "taken";
  const fields = { ...(state ? { state } : {}), ...rest };
  const told = state === "queued" || state === "delivered" ? "open" : state;
  return {
    spaceId,
    ...call,
    predicts: [
      open
        ? {
            kind: "inbox.changed",
            itemId: id,
            spaceId: me.personalSpaceId,
            payload: item ? { ...item, ...fields } : { id, ...fields },
          }
        : { kind: "inbox.closed", itemId: id, spaceId: me.personalSpaceId, payload: { id } },
      ...(ask && messageId && told
        ? [
            {
              kind: "ask.changed",
              itemId: messageId,
              payload: { id: messageId, ask: { ...ask, ...publicOf(rest), state: told, personId: me.id } },
            },
          ]
        : []),
    ],
  };
}

/** When I want to see it again is nobody else's. */
const publicOf = ({ snoozedUntil: _, ...rest }: Became) => rest;
