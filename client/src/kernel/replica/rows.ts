import type {
  HearingResponse,
  InboxItem,
  LabelResponse,
  ListResponse,
  MemberResponse,
  MeResponse,
  MessageResponse,
  PersonResponse,
  SpaceResponse,
  TaskResponse,
  TopicResponse,
} from "../api/types";
import { wordsOf } from "../text/wordSearch";

/** `pending`: not confirmed by the server yet; `refused`: the server said no, see `useRefusals`. */
export type SyncMark = "pending" | "refused";

export interface Synced {
  sync?: SyncMark;
}

/** `calendarVersion`: of my own space, when my calendar was last told to have changed. */
export type MeRow = MeResponse & Synced & { id: string; calendarVersion?: number };
export type SpaceRow = SpaceResponse & Synced;
export type PersonRow = PersonResponse & Synced;
/** `id` is `spaceId:personId`, made by `memberKey`. */
export type MemberRow = MemberResponse & Synced & { id: string; spaceId: string };
export type ListRow = ListResponse & Synced;
export type LabelRow = LabelResponse & Synced;
export type TaskRow = TaskResponse & Synced & { assigneeIds?: string[]; words?: string[] };
export type TopicRow = TopicResponse & Synced & { words?: string[] };
export type MessageRow = MessageResponse & Synced & { streamId?: string };
/**
 * It came by my own space's stream (`spaceId`), whatever space its post stands in (`postSpaceId`). `broughtAt`: when a batch
 * brought it, if that was the last thing that happened to it and this device heard of it by itself.
 */
export type InboxRow = InboxItem & Synced & { postSpaceId: string; broughtAt?: string };

/** A choice that I took back has no row. `id` is `place:placeId`; it came by my own space's stream (`spaceId`). */
export type HearingRow = HearingResponse & Synced & { id: string; spaceId: string };

/** Every table of rows that changes write. All are keyed by `id`. */
export interface Rows {
  me: MeRow;
  spaces: SpaceRow;
  people: PersonRow;
  members: MemberRow;
  lists: ListRow;
  labels: LabelRow;
  tasks: TaskRow;
  topics: TopicRow;
  messages: MessageRow;
  inbox: InboxRow;
  hearing: HearingRow;
}

export type TableName = keyof Rows;
export type AnyRow = Rows[TableName];

/** `index` is Dexie's; tables with a `spaceId` index are emptied with their space. */
export const indexes: Record<TableName, string> = {
  me: "id",
  spaces: "id",
  people: "id",
  members: "id, spaceId, personId",
  lists: "id, spaceId",
  labels: "id, spaceId",
  tasks: "id, spaceId, [listId+orderKey], key, *assigneeIds, *words",
  topics: "id, spaceId, [spaceId+lastMessageAt], *words",
  messages: "id, spaceId, [streamId+postedAt]",
  inbox: "id, spaceId, postSpaceId",
  hearing: "id, spaceId",
};

export const spaceTables = ["members", "lists", "labels", "tasks", "topics", "messages", "inbox", "hearing"] as const;

export const inboxRow = (personalSpaceId: string, item: InboxItem): InboxRow => ({
  ...item,
  spaceId: personalSpaceId,
  postSpaceId: item.spaceId,
});

export const hearingKey = (place: HearingResponse["place"], placeId: string) => `${place}:${placeId}`;

export const hearingRow = (personalSpaceId: string, one: HearingResponse): HearingRow => ({
  ...one,
  id: hearingKey(one.place, one.placeId),
  spaceId: personalSpaceId,
});

export const memberKey = (spaceId: string, personId: string) => `${spaceId}:${personId}`;

/** The fields that only indexes need; written with every put, so no change function has to think of them. */
export const derived: { [T in TableName]?: (row: Rows[T]) => Rows[T] } = {
  tasks: (row) => ({
    ...row,
    assigneeIds: row.assignees.map((one) => one.personId),
    words: wordsOf(row.title),
  }),
  topics: (row) => ({ ...row, words: wordsOf(row.title) }),
  // A thread is a stream of its own, so that the chat pages over root messages alone.
  messages: (row) => ({ ...row, streamId: row.threadId ?? row.place.id }),
};
