/**
 * The API's shapes by short names. Everything here comes from the generated `schema.ts`, so that a change of the API breaks the
 * client's compile. Where the schema says `string` and the contract names the values, they are named here; a value that the
 * schema does not allow, or a field that it does not have, breaks the compile too.
 */
import type { components } from "./schema";

type Schemas = components["schemas"];

/** `T` with some fields told more precisely. */
type Precisely<T, N extends { [K in keyof N]: K extends keyof T ? T[K] : never }> = Omit<T, keyof N> & N;

export type Hue = "slate" | "red" | "orange" | "amber" | "green" | "teal" | "blue" | "indigo" | "violet" | "pink";
export type Language = "en" | "de";
export type WorkspaceRole = Schemas["WorkspaceRole"];
export type SpaceRole = Schemas["SpaceRole"];
export type SpaceKind = Schemas["SpaceKind"];
export type Priority = Schemas["Priority"];
export type Progress = Schemas["Progress"];
export type Outcome = Schemas["Outcome"];
export type ColourScheme = Schemas["Theme"];

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
  | "attachment.add"
  | "glass.break";

export type PersonResponse = Schemas["PersonResponse"];
export type ChannelsResponse = Schemas["ChannelsResponse"];
export type PushDevice = Schemas["PushSubscriptionResponse"];
export type PushKeyResponse = Schemas["PushKeyResponse"];
export type AvailabilityResponse = Schemas["AvailabilityResponse"];
export type MeResponse = Precisely<Schemas["MeResponse"], { language: Language }>;
export type SetupResponse = Schemas["SetupResponse"];
export type SessionResponse = Schemas["SessionResponse"];
export type CalendarResponse = Schemas["CalendarResponse"];
export type CalendarEntryResponse = Schemas["CalendarEntryResponse"];
export type HolidayCalendarResponse = Schemas["HolidayCalendarResponse"];
export type HolidaysPreviewResponse = Schemas["HolidaysPreviewResponse"];
export type CalendarFeedResponse = Schemas["CalendarFeedResponse"];
export type InvitationResponse = Schemas["InvitationResponse"];
export type InvitationPreviewResponse = Schemas["InvitationPreviewResponse"];
export type PasswordStrengthResponse = Schemas["PasswordStrengthResponse"];

export type SpaceResponse = Precisely<Schemas["SpaceResponse"], { colour: Hue; can: SpaceRight[] }>;
export type MemberResponse = Schemas["MemberResponse"];

export type ListResponse = Precisely<Schemas["ListResponse"], { colour: Hue | null }>;
export type LabelResponse = Precisely<Schemas["LabelResponse"], { colour: Hue }>;
/** `time` and `zone` are both set or both null. */
export type TaskDate = Precisely<Schemas["TaskDate"], { time: string | null; zone: string | null }>;
export type ChecklistItem = Schemas["ChecklistItemResponse"];
export type AttachmentResponse = Schemas["AttachmentResponse"];
export type TaskResponse = Precisely<Schemas["TaskResponse"], { start: TaskDate | null; due: TaskDate | null }>;

export type MessagePlace = Schemas["Place"];
export type MessageResponse = Precisely<Schemas["MessageResponse"], { asks: AskResponse[] }>;
export type EditResponse = Schemas["EditResponse"];
export type TopicResponse = Schemas["TopicResponse"];

/** What is asked; `know` is no ask. */
export type AskRole = Exclude<Schemas["AskRole"], "know">;
export type Urgency = NonNullable<Schemas["Urgency"]>;
export type AskState = Schemas["AskState"];
export type AskResponse = Precisely<Schemas["AskResponse"], { role: AskRole }>;
export type Why = Schemas["Why"];
export type EnvelopeRequest = Schemas["EnvelopeRequest"];
export type PreviewedPerson = Schemas["PreviewedPerson"];
export type EnvelopePreview = Schemas["EnvelopePreviewResponse"];
export type GlassPreview = NonNullable<Schemas["GlassPreview"]>;
export type GlassReason = NonNullable<Schemas["GlassReason"]>;
export type GlassVerdict = NonNullable<Schemas["GlassVerdict"]>;
export type BreakGlassResponse = Schemas["BreakGlassResponse"];
export type ReceivedBreakGlass = Schemas["ReceivedBreakGlass"];
export type SentAsk = Precisely<Schemas["SentAskResponse"], { ask: AskResponse }>;
export type InboxItem = Precisely<Schemas["InboxItemResponse"], { urgency: Urgency }>;

export type HearingLevel = NonNullable<Schemas["HearingLevel"]>;
export type HearingPlace = Schemas["HearingPlace"];
/** `level` is null of a choice that was taken back. */
export type HearingResponse = Schemas["HearingResponse"];
export type HearingSummary = Schemas["HearingSummary"];

export type LedgerEntry = Schemas["LedgerEntryResponse"];
export type LedgerItem = Schemas["LedgerItem"];
export type LedgerResponse = Schemas["LedgerResponse"];
export type DayProof = Schemas["DayProof"];
export type WhyNotResponse = Schemas["WhyNotResponse"];
export type ClosingResponse = Schemas["ClosingResponse"];
export type QuietResponse = Schemas["QuietResponse"];
export type IncidentResponse = Schemas["IncidentResponse"];

export type ChangeResponse = Schemas["ChangeResponse"];
export type ActivityItem = Schemas["ActivityItem"];
export type CatchUpResponse = Schemas["CatchUpResponse"];
export type SnapshotResponse = Precisely<
  Schemas["SnapshotResponse"],
  {
    space: SpaceResponse;
    lists: ListResponse[];
    labels: LabelResponse[];
    tasks: TaskResponse[];
    messages: MessageResponse[];
    inbox: InboxItem[];
  }
>;

/** The schema has one for each kind of item. */
export type Page<T> = Omit<Schemas["PageOfTaskResponse"], "items"> & { items: T[] };
/** Messages page both ways, oldest first. */
export type MessagePage = Precisely<Schemas["MessagesResponse"], { items: MessageResponse[] }>;

/** What a write sends, by its use case: `body: { … } satisfies Request<"CreateLabel">`. */
export type Request<UseCase extends string> = `${UseCase}Request` extends keyof Schemas
  ? Schemas[`${UseCase}Request`]
  : never;
