/** The API's shapes as the contract states them; they become aliases of the generated `schema.ts`. */

export type Hue = "slate" | "red" | "orange" | "amber" | "green" | "teal" | "blue" | "indigo" | "violet" | "pink";
export type WorkspaceRole = "owner" | "admin" | "member" | "guest";
export type SpaceRole = "admin" | "member" | "guest";
export type SpaceKind = "group" | "direct" | "personal";
export type Priority = "lowest" | "low" | "normal" | "high" | "highest";
export type Progress = "none" | "doing" | "done" | "blocked";
export type Language = "en" | "de";
export type ColourScheme = "auto" | "light" | "dark";

/** What the asking person may do in a space; the client never derives it from a role. */
export type SpaceRight =
  | "space.edit"
  | "space.archive"
  | "space.convert"
  | "space.leave"
  | "member.invite"
  | "member.manage"
  | "list.manage"
  | "label.manage"
  | "task.create"
  | "task.edit"
  | "task.work.assigned"
  | "task.delete"
  | "task.move"
  | "message.post"
  | "message.edit.own"
  | "message.delete.own"
  | "message.delete.any"
  | "message.react"
  | "topic.open"
  | "topic.close.any"
  | "topic.close.own"
  | "topic.rename"
  | "attachment.add";

export interface PersonResponse {
  id: string;
  name: string;
  roleText: string;
  picture: string | null;
  zone: string;
  workspaceRole: WorkspaceRole;
  former: boolean;
}

export interface MeResponse {
  person: PersonResponse;
  email: string;
  language: Language;
  theme: ColourScheme;
  workspace: { id: string; name: string };
  personalSpaceId: string;
  can: string[];
  version: string;
}

export interface SessionResponse {
  id: string;
  device: string;
  createdAt: string;
  expiresAt: string;
  current: boolean;
}

export interface InvitationResponse {
  id: string;
  role: "member" | "guest" | "admin";
  spaceIds: string[];
  spaceRole: SpaceRole;
  expiresAt: string;
  uses: number | null;
  used: number;
  revoked: boolean;
  email: string | null;
  /** Only in the answer to the creation. */
  link?: string | null;
  createdBy: string;
  createdAt: string;
}

export interface InvitationPreviewResponse {
  workspaceName: string;
  invitedBy: string;
  spaceNames: string[];
  role: string;
  needsAccount: boolean;
}

export interface PasswordStrengthResponse {
  score: 0 | 1 | 2 | 3 | 4;
  warning: string | null;
  suggestions: string[];
}

export interface SpaceResponse {
  id: string;
  kind: SpaceKind;
  name: string;
  description: string;
  colour: Hue;
  emoji: string;
  key: string;
  archivedAt: string | null;
  createdAt: string;
  role: SpaceRole;
  can: SpaceRight[];
  version: number;
  pin: string | null;
  mutedUntil: string | null;
  memberIds: string[];
}

export interface MemberResponse {
  personId: string;
  role: SpaceRole;
  joinedAt: string;
}

export interface ListResponse {
  id: string;
  spaceId: string;
  name: string;
  colour: Hue | null;
  orderKey: string;
  wipLimit: number | null;
  done: boolean;
  archivedAt: string | null;
}

export interface LabelResponse {
  id: string;
  spaceId: string;
  name: string;
  colour: Hue;
  archivedAt: string | null;
}

/** `time` and `zone` are both set or both null. */
export interface TaskDate {
  date: string;
  time: string | null;
  zone: string | null;
}

export interface ChecklistItem {
  id: string;
  text: string;
  ownerId: string | null;
  due: string | null;
  done: boolean;
  orderKey: string;
}

export interface AttachmentResponse {
  id: string;
  name: string;
  size: number;
  type: string;
  width: number | null;
  height: number | null;
  url: string;
  preview: string | null;
}

export interface TaskResponse {
  id: string;
  spaceId: string;
  number: number;
  key: string;
  listId: string;
  orderKey: string;
  title: string;
  description: string;
  descriptionHtml: string;
  priority: Priority;
  labelIds: string[];
  assignees: { personId: string; state: Progress }[];
  watcherIds: string[];
  start: TaskDate | null;
  due: TaskDate | null;
  estimateMinutes: number | null;
  checklist: ChecklistItem[];
  attachments: AttachmentResponse[];
  commentCount: number;
  createdBy: string;
  createdAt: string;
  completedAt: string | null;
  archivedAt: string | null;
  deletedAt: string | null;
}

export interface MessagePlace {
  kind: "chat" | "topic" | "task";
  /** The space's, topic's or task's id. */
  id: string;
}

export interface MessageResponse {
  id: string;
  spaceId: string;
  place: MessagePlace;
  /** The root message, in chat only. */
  threadId: string | null;
  authorId: string;
  body: string;
  html: string;
  quote: { messageId: string; authorId: string; excerpt: string } | null;
  attachments: AttachmentResponse[];
  reactions: { emoji: string; personIds: string[] }[];
  replyCount: number;
  postedAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

export type Outcome = "answer" | "decision" | "tasks" | "nothing";

export interface TopicResponse {
  id: string;
  spaceId: string;
  title: string;
  openedBy: string;
  openedAt: string;
  openingMessageId: string;
  followerIds: string[];
  closure: { outcome: Outcome; text: string; html: string; taskIds: string[]; by: string; at: string } | null;
  messageCount: number;
  lastMessageAt: string;
}

export interface ChangeResponse {
  spaceId: string;
  version: number;
  kind: string;
  itemId: string;
  actorId: string | null;
  at: string;
  payload: unknown;
}

export interface SnapshotResponse {
  version: number;
  space: SpaceResponse;
  people: PersonResponse[];
  members: MemberResponse[];
  lists: ListResponse[];
  labels: LabelResponse[];
  tasks: TaskResponse[];
  topics: TopicResponse[];
  messages: MessageResponse[];
}

export interface CatchUpResponse {
  spaces: {
    id: string;
    changes: ChangeResponse[];
    version: number;
    more: boolean;
    gone: boolean;
    expired: boolean;
  }[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Messages page both ways, oldest first. */
export interface MessagePage {
  items: MessageResponse[];
  before: string | null;
  after: string | null;
}
